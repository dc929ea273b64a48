namespace Cli.Tests;

/// <summary>With definitions of the test's own.</summary>
public sealed class JourneyTests : IDisposable
{
    private readonly TestFolder folder = new();

    public JourneyTests()
    {
        folder.Write("events.yaml", "events:", "  signup: { identity: anonymous, metrics: [value] }", "  buy: { identity: signed }");
        folder.Write(
            "journeys.yaml",
            "journeys:",
            "  welcome: { event: signup, again: never, until: [buy], steps: [{ send: hello }, { wait: P3D }, { send: tips }] }");
        foreach (var template in new[] { "hello", "tips" })
        {
            Directory.CreateDirectory(folder[$"templates/{template}"]);
            folder.Write($"templates/{template}/subject.txt", "Hello");
            folder.Write($"templates/{template}/email.html", "<p>Hello</p>");
            folder.Write($"templates/{template}/email.txt", "Hello");
        }
    }

    [Fact]
    public async Task A_simulation_shows_each_event_and_what_became_of_it_in_the_customers_zone()
    {
        var result = await RunAsync(
            "simulate", "--at", "2026-12-01T10:00+01:00", "--user-attribute", "tz=Asia/Tokyo", "--event", "signup,value=3",
            "--event", "buy@P2D");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            Tue 2026-12-01 18:00  signup
            Tue 2026-12-01 18:00    welcome: entered
            Tue 2026-12-01 18:00    welcome: message hello
            Thu 2026-12-03 18:00  buy
            Fri 2026-12-04 18:00    welcome: ended before message tips: until

            """.ReplaceLineEndings("\n"),
            result.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("--event: 'signups' is no event of events.yaml; did you mean 'signup'?.", "simulate", "--event", "signups")]
    [InlineData("--event: 'signup@3D' is not of the form TYPE[@DURATION]", "simulate", "--event", "signup@3D")]
    [InlineData("--event: 'many' is no number, and value is a metric of signup.", "simulate", "--event", "signup,value=many")]
    [InlineData("--at: 'tomorrow' is no instant such as", "simulate", "--event", "signup", "--at", "tomorrow")]
    [InlineData("--user-attribute: 'tz' is not of the form NAME=VALUE.", "simulate", "--event", "signup", "--user-attribute", "tz")]
    [InlineData("There is no journey 'welcom'; did you mean 'welcome'?.", "chart", "welcom")]
    public async Task A_mistake_is_told(string problem, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(problem, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_is_one_of_mermaid() =>
        Assert.StartsWith("flowchart TD\n  start([\"signup\"])\n", (await RunAsync("chart", "welcome")).Output, StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();

    private Task<CommandResult> RunAsync(params string[] arguments) =>
        CommandResult.RunAsync(["journey", .. arguments, "--definitions", folder[""]]);
}
