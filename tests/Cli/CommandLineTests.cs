namespace Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("Which environment?", "customers", "export")]
    [InlineData("name two environments", "customers", "export", "--local", "--stack", "dev")]
    [InlineData("is no address such as http://127.0.0.1:8080", "customers", "export", "--local", "customers.csv")]
    [InlineData("No local cloud answers at http://127.0.0.1:1", "customers", "export", "--local", "http://127.0.0.1:1")]
    [InlineData("--rate: a number from 1 to 100000 is expected", "customers", "import", "x", "--rate", "0")]
    [InlineData("--parallel: a number from 1 to 256 is expected", "customers", "import", "x", "--parallel", "many")]
    [InlineData("cannot be read", "customers", "import", "there-is-none.csv", "--dry-run")]
    [InlineData("there is no folder 'nowhere'", "audience", "premium", "--definitions", "nowhere")]
    [InlineData("is not of the form NAME=VALUE", "message", "preview", "price-change", "--attribute", "x")]
    public async Task A_mistake_ends_with_1_and_says_what_to_do(string problem, params string[] arguments)
    {
        var result = await CommandResult.RunAsync(arguments);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(problem, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_needs_the_customers_says_where_Pinpoint_keeps_them()
    {
        await using var cloud = await OperatedCloud.StartAsync(keepsCustomers: false);

        Assert.StartsWith(
            $"{cloud.Url.GetLeftPart(UriPartial.Authority)} stands on Pinpoint, whose application {cloud.Application} keeps the customers.",
            (await cloud.RunAsync("customers", "export")).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var help = await CommandResult.RunAsync(["--help"]);

        Assert.Equal(0, help.ExitCode);
        Assert.All(
            ["customers", "audience", "announce", "message", "journey"],
            command => Assert.Contains(command, help.Output, StringComparison.Ordinal));
    }
}
