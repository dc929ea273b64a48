using System.Diagnostics;
using System.Globalization;

namespace Cli.Tests.Customers;

public sealed class ResumeTests
{
    private const int Rows = 1_500;

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
        Assert.True(await KillAsync(broken, file, after: reached + 1) > reached);
        var result = await broken.RunAsync("customers", "import", file, "--rate", "100000");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("goes on behind line", result.Error, StringComparison.Ordinal);
        Assert.StartsWith($"customers.csv: {Rows - (Rows / 100):N0} rows stored, {Rows / 100} rejected", result.Output, StringComparison.Ordinal);
        Assert.Equal(state, broken.State());
        Assert.Equal(report, await File.ReadAllTextAsync(folder["customers.csv.rejected.txt"]));
        Assert.Equal(["customers.csv", "customers.csv.rejected.txt"], folder.Files);
    }

    [Fact]
    public async Task A_state_holds_positions_and_nothing_of_a_customer()
    {
        using var folder = new TestFolder();
        var file = folder.Write("customers.csv", ["ChannelType,Address,User.UserId,User.UserAttributes.tier,EffectiveDate", .. Lines()]);
        await using var cloud = await OperatedCloud.StartAsync();

        await KillAsync(cloud, file, after: 1);

        var state = await File.ReadAllTextAsync(folder["customers.csv.import.json"]);
        Assert.DoesNotContain("example.com", state, StringComparison.Ordinal);
        Assert.DoesNotContain("user-", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_has_changed_since_is_not_gone_on_with()
    {
        using var folder = new TestFolder();
        var file = folder.Write("customers.csv", ["ChannelType,Address,User.UserId,User.UserAttributes.tier,EffectiveDate", .. Lines()]);
        await using var cloud = await OperatedCloud.StartAsync();
        await KillAsync(cloud, file, after: 1);
        await File.AppendAllTextAsync(file, "EMAIL,last@example.com,last,,\n");

        var refused = await cloud.RunAsync("customers", "import", file);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("the file has changed since then", refused.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await cloud.RunAsync("customers", "import", file, "--restart", "--rate", "100000")).ExitCode);
    }

    private static IEnumerable<string> Lines() => Enumerable.Range(0, Rows).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"EMAIL,{(i % 100 == 7 ? "wrong" : $"a{i}@example.com")},user-{i / 2},{(i % 3 == 0 ? "premium" : "standard")},2026-01-{1 + (i % 28):00}T00:00:00Z"));

    // As a process of its own, which ends without a chance to tidy up.
    private static async Task<long> KillAsync(OperatedCloud cloud, string file, long after)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Cli.dll"), "customers", "import", file, "--rate", "100000", "--local", $"{cloud.Url}"])
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
