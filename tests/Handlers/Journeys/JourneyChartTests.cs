using Engagement.Definitions.Journeys;

namespace Handlers.Tests.Journeys;

public sealed class JourneyChartTests
{
    private const string Onboarding = """
        journeys:
          onboarding:
            event: started
            segment: premium
            again: always
            until: [cancelled]
            steps:
              - send: start
              - wait: P2D
              - if: { did: used }
                then: [{ send: next }]
              - split: [{ share: 90, steps: [{ send: tour }, { wait: PT1H }, { send: more }] }, { share: 10, steps: [] }]

        """;

    [Fact]
    public void Chart_shows_each_step_and_each_way() => Assert.Equal(
        """
        flowchart TD
          start(["started, in premium"])
          s0["send start"]
          s1[/"wait P2D"/]
          s2{"did used?"}
          s2_then_0["send next"]
          s3{{"by chance"}}
          s3_0_0["send tour"]
          s3_0_1[/"wait PT1H"/]
          s3_0_2["send more"]
          done(["end, or cancelled"])
          start --> s0
          s0 --> s1
          s1 --> s2
          s2 -- "yes" --> s2_then_0
          s2_then_0 --> s3
          s2 -- "no" --> s3
          s3 -- "90 %" --> s3_0_0
          s3_0_0 --> s3_0_1
          s3_0_1 --> s3_0_2
          s3_0_2 --> done
          s3 -- "10 %" --> done

        """.ReplaceLineEndings("\n"),
        Draw(Onboarding));

    [Fact]
    public void Name_of_an_event_cannot_break_out_of_its_label() => Assert.Contains(
        "start([\"a#quot;]; click#lt;b#gt; #96;x#96;\"])",
        Draw("journeys:\n  j: { event: 'a\"]; click<b> `x`', again: never, steps: [{ send: t }] }\n"),
        StringComparison.Ordinal);

    private static string Draw(string text) => JourneyChart.Draw(JourneyCatalog.Parse(text, "journeys.yaml").Journeys[0]);
}
