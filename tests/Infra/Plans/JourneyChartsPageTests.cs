using Engagement.Infra.Configuration;
using Engagement.Local.Commands;
using Engagement.Local.Plans;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.Plans;

[Collection(ProcessEnvironment.Name)]
public sealed class JourneyChartsPageTests
{
    private const string Journeys = "journeys:\n  hello: { event: signup, again: never, steps: [{ send: hello }, { wait: P1D }, { send: tips }] }\n";

    [Fact]
    public async Task The_page_shows_the_journeys_of_today()
    {
        var page = new JourneyChartsPage(RepositoryRoot.Path);

        Assert.True(
            page.Make() == await page.AcceptedAsync(CancellationToken.None),
            $"{JourneyChartsPage.Name} shows other journeys than the definitions. Accept them with: {PlanCommand.AcceptCommand}");
    }

    [Fact]
    public async Task Plans_are_written_and_checked_with_the_page()
    {
        using var copy = new StackFiles();
        await copy.RunAsync(PlanCommand.WriteAsync);
        copy.Write("definitions/journeys.yaml", Journeys);

        var (failed, difference, _) = await copy.RunAsync(PlanCommand.CheckAsync);
        var (_, written, _) = await copy.RunAsync(PlanCommand.WriteAsync);

        Assert.Equal(1, failed);
        Assert.StartsWith("--- a/docs/journeys-charts.md\n+++ b/docs/journeys-charts.md\n@@ -0,0 +1,", difference, StringComparison.Ordinal);
        Assert.EndsWith("\ndocs/journeys-charts.md: written\n", written, StringComparison.Ordinal);
        Assert.EndsWith(
            """

            ## `hello`

            ```mermaid
            flowchart TD
              start(["signup"])
              s0["send hello"]
              s1[/"wait P1D"/]
              s2["send tips"]
              done(["end"])
              start --> s0
              s0 --> s1
              s1 --> s2
              s2 --> done
            ```

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(copy.At("docs/journeys-charts.md")),
            StringComparison.Ordinal);
        Assert.Equal(0, (await copy.RunAsync(PlanCommand.CheckAsync)).Code);
    }

    [Fact]
    public async Task Without_journeys_there_is_no_page()
    {
        using var copy = new StackFiles();
        copy.Write("definitions/journeys.yaml", Journeys);
        await copy.RunAsync(PlanCommand.WriteAsync);
        File.Delete(copy.At("definitions/journeys.yaml"));

        var (_, written, _) = await copy.RunAsync(PlanCommand.WriteAsync);

        Assert.EndsWith("\ndocs/journeys-charts.md: removed, there is no journey\n", written, StringComparison.Ordinal);
        Assert.False(File.Exists(copy.At("docs/journeys-charts.md")));
    }

    [Fact]
    public async Task A_wrong_journey_is_told_by_file_and_line()
    {
        using var copy = new StackFiles();
        copy.Write("definitions/journeys.yaml", "journeys:\n  hello: { event: signup, again: never }\n");

        var (code, _, error) = await copy.RunAsync(PlanCommand.CheckAsync);

        Assert.Equal(1, code);
        Assert.Contains("journeys.yaml:2:", error, StringComparison.Ordinal);
    }
}
