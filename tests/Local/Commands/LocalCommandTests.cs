using System.Net;
using System.Net.Sockets;
using Engagement.Local.Commands;

namespace Local.Tests.Commands;

/// <summary>A mistake on the command line is one line that says what is right, and the exit code 1.</summary>
public sealed class LocalCommandTests
{
    [Theory]
    [InlineData("--port: 'abc' is not a whole number from 0 to 65535.", "--port", "abc")]
    [InlineData("--port: '-1' is not a whole number from 0 to 65535.", "--port", "-1")]
    [InlineData("--port: '65536' is not a whole number from 0 to 65535.", "--port", "65536")]
    [InlineData("--port: '8080.5' is not a whole number from 0 to 65535.", "--port", "8080.5")]
    [InlineData("--port: '0' is not a whole number from 1 to 65535.", "deploy", "--port", "0")]
    [InlineData("--port", "--port")]
    [InlineData("--definitions: there is no folder 'nowhere'.", "--definitions", "nowhere")]
    [InlineData("--definitions: there is no folder ''.", "--definitions", "")]
    [InlineData("depoly", "depoly")]
    [InlineData("--prot", "--prot", "8080")]
    [InlineData("--summary", "plan", "--summary", "main")]
    public async Task Mistaken_arguments_are_one_line(string expected, params string[] arguments)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code = await LocalCommand.InvokeAsync(arguments, error);

        Assert.Equal(1, code);
        Assert.Contains(expected, error.ToString().Split('\n')[0], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("folder", "--customers: '", "is a folder; name a CSV file of customers, or 'none' for none.")]
    [InlineData("missing", "--customers: there is no file '", "'; name a CSV file")]
    [InlineData("", "--customers: it names no file;", "")]
    public async Task Customers_that_are_no_file_are_one_line(string customers, string begins, string contains)
    {
        var (code, error) = await UpAsync(customers: customers == "folder" ? Path.GetTempPath() : customers);

        Assert.Equal(1, code);
        Assert.StartsWith(begins, error, StringComparison.Ordinal);
        Assert.Contains(contains, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_stack_that_is_not_there_is_one_line()
    {
        var (code, error) = await UpAsync(stack: "nowhere");

        Assert.Equal(1, code);
        Assert.StartsWith("There is no stack 'nowhere':", error, StringComparison.Ordinal);
        Assert.EndsWith("There are: dev, prod, ses.", error.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (code, error) = await UpAsync(port: port);

        Assert.Equal(1, code);
        Assert.StartsWith($"Port {port} of 127.0.0.1 cannot be used:", error, StringComparison.Ordinal);
        Assert.EndsWith("Choose another with --port, or --port 0 for any free one.", error.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploying_into_what_is_no_local_cloud_is_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var answering = Task.Run(async () =>
        {
            using var client = await other.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("SSH-2.0-OpenSSH\r\n"u8.ToArray());
        });
        using var error = new StringWriter { NewLine = "\n" };
        var code =
            await DeployCommand.RunAsync(
                new Uri($"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"), TextWriter.Null, error, CancellationToken.None);
        await answering;

        Assert.Equal(1, code);
        Assert.Contains("is no local environment that can deploy", error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().Trim().Split('\n'));
    }

    private static async Task<(int Code, string Error)> UpAsync(string stack = "dev", int port = 0, string customers = "none")
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code =
            await UpCommand.RunAsync(
                new UpOptions(stack, port, DefinitionsDirectory: null, customers), TextWriter.Null, error, CancellationToken.None);
        return (code, error.ToString());
    }
}
