using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Cli.Tests.Customers;

public sealed class ResumeTests
{
    private const int Rows = 1_100;

    [Fact]
    public async Task An_import_that_is_killed_again_and_again_ends_as_one_that_is_not()
    {
        using var folder = new TestFolder();
        var file = folder.Write("customers.csv", ["ChannelType,Address,User.UserId,User.UserAttributes.tier,EffectiveDate", .. Lines()]);
        await using var unbroken = await OperatedCloud.StartAsync();
        Assert.Equal(2, (await unbroken.RunAsync("customers", "import", file, "--rate", "100000")).ExitCode);
        var (state, report) = (unbroken.State(), await File.ReadAllTextAsync(folder["customers.csv.rejected.txt"]));

        await using var broken = await OperatedCloud.StartAsync();
        var reached = await KillAsync(broken, file, after: 1);
        var kept = await File.ReadAllTextAsync(folder["customers.csv.import.json"]);
        Assert.DoesNotContain("example.com", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("user-", kept, StringComparison.Ordinal);
        Assert.True(await KillAsync(broken, file, after: reached + 1) > reached);
        var result = await broken.RunAsync("customers", "import", file, "--rate", "100000");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("goes on behind line", result.Error, StringComparison.Ordinal);
        var told = $"customers.csv: {Rows - (Rows / 100):N0} rows stored, {Rows / 100} rejected";
        Assert.StartsWith(told, result.Output, StringComparison.Ordinal);
        Assert.Equal(state, broken.State());
        Assert.Equal(report, await File.ReadAllTextAsync(folder["customers.csv.rejected.txt"]));
        Assert.Equal(["customers.csv", "customers.csv.rejected.txt"], folder.Files);
    }

    [Fact]
    public async Task A_file_that_has_changed_since_it_was_begun_is_not_gone_on_with()
    {
        using var folder = new TestFolder();
        await using var cloud = await OperatedCloud.StartAsync();
        var file = folder.Write("customers.csv.gz");
        await WriteCutOffAsync(file);
        var stopped = await cloud.RunAsync("customers", "import", file);
        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("the compressed data is damaged or cut off from here on", stopped.Error, StringComparison.Ordinal);

        await File.WriteAllLinesAsync(file, ["Id,ChannelType,Address", "e1,EMAIL,ada@example.com"]);
        var refused = await cloud.RunAsync("customers", "import", file);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("the file has changed since then", refused.Error, StringComparison.Ordinal);

        await cloud.SucceedAsync("customers", "import", file, "--restart");
        Assert.Equal(["customers.csv.gz"], folder.Files);
    }

    // In the midst of its last block.
    private static async Task WriteCutOffAsync(string path)
    {
        var random = new Random(1);
        using var whole = new MemoryStream();
        await using (var gzip = new GZipStream(whole, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("Id,ChannelType,Address\n" + string.Concat(
                Enumerable.Range(0, 10).Select(i => $"e{random.NextInt64()},EMAIL,a{random.NextInt64()}@example.com\n"))));
        }

        await File.WriteAllBytesAsync(path, whole.ToArray()[..(int)(whole.Length / 2)]);
    }

    private static IEnumerable<string> Lines() =>
        from i in Enumerable.Range(0, Rows)
        let address = i % 100 == 7 ? "wrong" : $"a{i}@example.com"
        let tier = i % 3 == 0 ? "premium" : "standard"
        select string.Create(
            CultureInfo.InvariantCulture, $"EMAIL,{address},user-{i / 2},{tier},2026-01-{1 + (i % 28):00}T00:00:00Z");

    // As a process of its own, which ends without a chance to tidy up.
    private static async Task<long> KillAsync(OperatedCloud cloud, string file, long after)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Cli.dll");
        var start = new ProcessStartInfo(
            "dotnet", [program, "customers", "import", file, "--rate", "100000", "--local", $"{cloud.Url}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var import = Process.Start(start)!;
        while (!import.HasExited && LineOf(file) < after)
        {
            await Task.Yield();
        }

        import.Kill();
        await import.WaitForExitAsync();
        Assert.NotEqual(2, import.ExitCode);
        return LineOf(file);
    }

    private static long LineOf(string file)
    {
        var path = $"{file}.import.json";
        return File.Exists(path) ? System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(path))!["line"]!.GetValue<long>() : 0;
    }
}
