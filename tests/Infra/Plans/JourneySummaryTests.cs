using System.Text.Json.Nodes;
using Engagement.Local.Plans;
using Engagement.Local.Plans.Comparison;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.Plans;

/// <summary>What a reviewer reads about customers when journeys change.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class JourneySummaryTests
{
    private const string Topics = """
        topics:
          news: { description: News, kind: marketing }
          service: { description: Service, kind: transactional }
        """;

    private const string Journeys = """
        limits: { messages: 2, per: P1D }
        journeys:
          thank_you:
            event: purchase_success
            again: P1D
            topic: news
            steps:
              - send: thank-you
          welcome:
            event: newsletter_signup
            again: never
            until: [purchase_success]
            steps:
              - send: welcome
              - wait: P3D
              - send: tips
          onboarding:
            event: subscription_started
            where: { metrics: { value: { atLeast: 20 } } }
            again: always
            skipIf: { renewed: ["yes"] }
            between: 09:00-20:00
            steps:
              - wait: P2D
              - if: { did: feature_used }
                then:
                  - send: next
                else:
                  - send: help
              - split:
                  - { share: 90, steps: [{ send: review }] }
                  - { share: 10, steps: [] }
        """;

    [Fact]
    public void A_changed_wait() => Assert.Equal(
        """

        **Journeys** (dev):

        - `welcome` changed. Customers who are inside finish as begun (longest way `P3D`). For customers who enter later:
          - `tips` comes `P5D` after the event, instead of `P3D` after the event.

        <details><summary>Chart of <code>welcome</code></summary>

        Before:

        ```mermaid
        flowchart TD
          start(["newsletter_signup"])
          s0["send welcome"]
          s1[/"wait P3D"/]
          s2["send tips"]
          done(["end, or purchase_success"])
          start --> s0
          s0 --> s1
          s1 --> s2
          s2 --> done
        ```

        After:

        ```mermaid
        flowchart TD
          start(["newsletter_signup"])
          s0["send welcome"]
          s1[/"wait P5D"/]
          s2["send tips"]
          done(["end, or purchase_success"])
          start --> s0
          s0 --> s1
          s1 --> s2
          s2 --> done
        ```

        </details>

        """.ReplaceLineEndings("\n"),
        People(Summary(Journeys, Changed("wait: P3D", "wait: P5D"))));

    [Fact]
    public void A_message_more() => Assert.Equal(
        """

        **Journeys** (dev):

        - `welcome` changed. Customers who are inside finish as begun (longest way `P3D`). For customers who enter later:
          - A customer gets at most 3 messages, instead of 2.
          - `offer` is new. This message comes `P7D` after the event.

        <details><summary>Chart of <code>welcome</code></summary>

        Before:

        ```mermaid
        flowchart TD
          start(["newsletter_signup"])
          s0["send welcome"]
          s1[/"wait P3D"/]
          s2["send tips"]
          done(["end, or purchase_success"])
          start --> s0
          s0 --> s1
          s1 --> s2
          s2 --> done
        ```

        After:

        ```mermaid
        flowchart TD
          start(["newsletter_signup"])
          s0["send welcome"]
          s1[/"wait P3D"/]
          s2["send tips"]
          s3[/"wait P4D"/]
          s4["send offer"]
          done(["end, or purchase_success"])
          start --> s0
          s0 --> s1
          s1 --> s2
          s2 --> s3
          s3 --> s4
          s4 --> done
        ```

        </details>

        """.ReplaceLineEndings("\n"),
        People(Summary(Journeys, Changed("      - send: tips\n", "      - send: tips\n      - wait: P4D\n      - send: offer\n"))));

    [Fact]
    public void A_journey_removed() => Assert.Equal(
        """

        **Journeys** (dev):

        - `thank_you` is removed. Customers who are inside get nothing more.

        <details><summary>Chart of <code>thank_you</code></summary>

        Before:

        ```mermaid
        flowchart TD
          start(["purchase_success"])
          s0["send thank-you"]
          done(["end"])
          start --> s0
          s0 --> done
        ```

        </details>

        """.ReplaceLineEndings("\n"),
        People(Summary(Journeys, Journeys[..Journeys.IndexOf("  thank_you", StringComparison.Ordinal)]
            + Journeys[Journeys.IndexOf("  welcome", StringComparison.Ordinal)..])));

    [Fact]
    public void A_journey_renamed() => Assert.Equal(
        """

        **Journeys** (dev):

        - `greeting` is new, with the steps of `welcome`, which is removed. Is it renamed? A new name knows no customer: `again: never` starts anew.
        - `welcome` is removed. Customers who are inside get nothing more.

        <details><summary>Chart of <code>greeting</code></summary>

        After:

        ```mermaid
        flowchart TD
          start(["newsletter_signup"])
          s0["send welcome"]
          s1[/"wait P3D"/]
          s2["send tips"]
          done(["end, or purchase_success"])
          start --> s0
          s0 --> s1
          s1 --> s2
          s2 --> done
        ```

        </details>

        <details><summary>Chart of <code>welcome</code></summary>

        Before:

        ```mermaid
        flowchart TD
          start(["newsletter_signup"])
          s0["send welcome"]
          s1[/"wait P3D"/]
          s2["send tips"]
          done(["end, or purchase_success"])
          start --> s0
          s0 --> s1
          s1 --> s2
          s2 --> done
        ```

        </details>

        """.ReplaceLineEndings("\n"),
        People(Summary(Journeys, Changed("  welcome:\n", "  greeting:\n"))));

    [Fact]
    public void A_journey_made_essential()
    {
        var summary = Summary(Journeys, Changed("topic: news", "topic: service"));

        Assert.Equal(
            """

            **Customers cannot unsubscribe** (dev): now from the journey `thank_you` (topic `service`).

            **Journeys** (dev):

            - **`thank_you` is now essential.** Neither limits nor hours hold its messages up.
            - `thank_you` changed. Customers who are inside finish as begun. For customers who enter later:
              - The topic is `service`, instead of `news`.

            """.ReplaceLineEndings("\n"),
            People(summary));
        Assert.Contains(
            "#### Concerns security\n\n**`definitions`** (part of the plan) changed: who cannot unsubscribe\n",
            summary,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "event: subscription_started", "event: feature_used", "`feature_used` lets customers in, instead of `subscription_started`.")]
    [InlineData(
        "atLeast: 20",
        "atLeast: 50",
        "`subscription_started` lets a customer in where `value` is at least `50`, instead of where `value` is at least `20`.")]
    [InlineData(
        "    where: { metrics: { value: { atLeast: 20 } } }\n",
        "",
        "`subscription_started` lets a customer in whatever it says, instead of where `value` is at least `20`.")]
    [InlineData(
        "    again: always\n",
        "    again: always\n    segment: premium\n",
        "The event lets only customers of the segment `premium` in, instead of all customers.")]
    [InlineData(
        "again: always",
        "again: P30D",
        "A customer enters again after `P30D` at the earliest, instead of with each event. Entries up to now count.")]
    [InlineData("    again: always\n", "    again: always\n    until: [feature_used]\n", "After `feature_used` no more messages come.")]
    [InlineData(
        "    again: always\n",
        "    again: always\n    inside: restart\n",
        "A further event starts the journey anew for customers without a message yet, also for those who are inside now.")]
    [InlineData("[\"yes\"]", "[\"yes\", \"no\"]", "Customers whose `renewed` is `no` get no message.")]
    [InlineData("    skipIf: { renewed: [\"yes\"] }\n", "", "Customers whose `renewed` is `yes` get messages, too.")]
    [InlineData(
        "between: 09:00-20:00",
        "between: 10:00-24:00",
        "Messages come from 10:00 to 24:00 in the customer's zone, instead of from 09:00 to 20:00 in the customer's zone.")]
    [InlineData(
        "    between: 09:00-20:00\n", "", "Messages come day and night, instead of from 09:00 to 20:00 in the customer's zone.")]
    [InlineData(
        "{ did: feature_used }",
        "{ segment: premium }",
        "`next` comes `P2D` after the event, in the segment `premium`, instead of if `feature_used` happened within `P2D`.")]
    [InlineData(
        "share: 90, steps: [{ send: review }] }\n          - { share: 10,",
        "share: 50, steps: [{ send: review }] }\n          - { share: 50,",
        "`review` comes `P2D` after the event, for 50 % by chance, instead of for 90 % by chance.")]
    [InlineData("          - send: help\n", "          []\n", "`help` no longer comes.")]
    public void Each_key_says_its_effect(string before, string after, string effect)
    {
        var people = People(Summary(Journeys, Changed(before, after)));

        Assert.Contains("\n- `onboarding` changed. Customers who are inside finish as begun (longest way `P2D`)", people, StringComparison.Ordinal);
        Assert.Contains($"\n  - {effect}\n", people, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_journey_and_one_that_opens_again()
    {
        var closed = Changed("    again: never\n", "    again: never\n    closed: true\n");

        Assert.Contains(
            "\n\n- `welcome` is closed. No customer enters. Customers who are inside go on.\n",
            People(Summary(Journeys, closed)),
            StringComparison.Ordinal);
        Assert.Contains(
            "\n\n- `welcome` is open again. Customers enter by later events.\n",
            People(Summary(closed, Journeys)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messages: 2, per: P1D", "messages: 3, per: P1D", "at most 3 messages within `P1D`, instead of at most 2 messages within `P1D`")]
    [InlineData(
        "limits: { messages: 2, per: P1D }\n",
        "",
        "any number of messages, instead of at most 2 messages within `P1D`")]
    public void A_changed_limit(string before, string after, string effect) => Assert.Equal(
        $"\n**Journeys** (dev):\n\n- Of marketing a customer gets {effect}. This holds at once, also for customers who are inside.\n",
        People(Summary(Journeys, Changed(before, after))));

    [Fact]
    public void Hours_of_all_marketing() => Assert.StartsWith(
        "\n**Journeys** (dev):\n\n- Marketing without hours of its own comes from 09:00 to 20:00 in the customer's zone, instead of "
            + "day and night. Customers who are inside a journey finish as begun.\n",
        People(Summary(Journeys, Changed("limits:", "between: 09:00-20:00\nlimits:"))));

    [Fact]
    public void A_topic_that_becomes_transactional_holds_at_once()
    {
        var summary = PlanSummary.Write(
            Plans(("dev", Journeys, Topics)),
            Plans(("dev", Journeys, Topics.Replace("kind: marketing", "kind: transactional", StringComparison.Ordinal))));

        Assert.Contains(
            "\n- **`thank_you` is now essential.** Neither limits nor hours hold its messages up. This holds at once, also for customers who "
                + "are inside.\n",
            summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_journey_says_who_enters_and_how_much_it_sends() => Assert.StartsWith(
        "\n**Journeys** (dev):\n\n- `hello` is new. A later `feature_used` lets only customers of the segment `premium` in. A customer gets "
            + "at most 1 message.\n",
        People(Summary(
            Journeys, $"{Journeys}\n  hello: {{ event: feature_used, again: never, segment: premium, steps: [{{ send: hello }}] }}\n")),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_plan_of_a_stack_shows_the_journeys() => Assert.Contains(
        "\n\n**Journeys** (dev):\n\n- `welcome` changed. Customers who are inside finish as begun (longest way `P3D`). For customers who enter "
            + "later:\n  - `tips` comes `P5D` after the event, instead of `P3D` after the event.\n",
        PlanSummary.Write(
            Read(await PlannedStack.OfAsync("dev")),
            Read(await PlannedStack.WithDefinitionAsync("journeys.yaml", "wait: P3D", "wait: P5D"))),
        StringComparison.Ordinal);

    [Fact]
    public void A_message_on_many_ways_gives_their_number() => Assert.Contains(
        "\n  - `tips` comes `P2D` to `P12D` after the event, on 4 ways that the charts show, instead of `P3D` after the event.\n",
        People(Summary(Journeys, Changed(
            "      - wait: P3D\n",
            "      - split: [{ share: 50, steps: [{ wait: P1D }] }, { share: 50, steps: [{ wait: P10D }] }]\n"
                + "      - split: [{ share: 50, steps: [{ wait: P1D }] }, { share: 50, steps: [{ wait: P2D }] }]\n"))),
        StringComparison.Ordinal);

    [Fact]
    public void A_description_changes_nothing_for_customers() => Assert.DoesNotContain(
        "**Journeys**",
        Summary(Journeys, Changed("    again: never\n", "    again: never\n    description: Hello.\n")),
        StringComparison.Ordinal);

    [Fact]
    public void Steps_in_another_order_are_told_although_no_message_comes_at_another_time() => Assert.Contains(
        "\n  - The order of steps changed. The charts show it.\n",
        People(Summary(
            Changed("      - wait: P3D\n      - send: tips\n", "      - send: tips\n"),
            Journeys.Replace(
                "      - send: welcome\n      - wait: P3D\n      - send: tips\n",
                "      - send: tips\n      - send: welcome\n",
                StringComparison.Ordinal))),
        StringComparison.Ordinal);

    [Fact]
    public void Environments_with_the_same_changes_share_them()
    {
        var changed = Changed("messages: 2", "messages: 3");
        var summary = PlanSummary.Write(
            Plans(("dev", Journeys, Topics), ("prod", Journeys, Topics), ("ses", Journeys, Topics)),
            Plans(("dev", changed, Topics), ("prod", changed, Topics), ("ses", Changed("messages: 2", "messages: 4"), Topics)));

        Assert.Contains("\n**Journeys** (dev, prod):\n\n- Of marketing a customer gets at most 3 ", summary, StringComparison.Ordinal);
        Assert.Contains("\n**Journeys** (ses):\n\n- Of marketing a customer gets at most 4 ", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_that_are_not_read_are_told() => Assert.Equal(
        "\n**Journeys** (dev):\n\n- What the changes mean for customers cannot be told. One of the plans shows definitions that this program "
            + "does not read:\n",
        string.Concat(People(Summary(Changed("again: never", "sometimes: again"), Journeys)).Split("  - ")[..1]));

    [Fact]
    public void A_summary_that_is_too_long_leaves_the_values_out_and_then_the_charts()
    {
        var many = string.Concat(Enumerable.Range(0, 95).Select(i =>
            $"\n  j{i}: {{ event: e{i}, again: never, steps: [{{ send: a }}, {{ wait: P1D }}, {{ send: b }}, {{ wait: P1D }}, {{ send: c }}] }}"));
        var some = many[..many.IndexOf("\n  j24", StringComparison.Ordinal)];
        var shorter = Summary(Journeys + some, Journeys + some.Replace("P1D", "P2D", StringComparison.Ordinal));
        var summary = Summary(Journeys + many, Journeys + many.Replace("P1D", "P2D", StringComparison.Ordinal));

        Assert.Contains("mermaid", shorter, StringComparison.Ordinal);
        Assert.Contains("Too long for a comment", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("mermaid", summary, StringComparison.Ordinal);
        Assert.Contains("- `j94` changed.", summary, StringComparison.Ordinal);
        Assert.InRange(summary.Length, 1, 65_536);
    }

    private static string Changed(string before, string after)
    {
        Assert.Contains(before, Journeys, StringComparison.Ordinal);
        return Journeys.Replace(before, after, StringComparison.Ordinal);
    }

    private static string Summary(string before, string after) =>
        PlanSummary.Write(Plans(("dev", before, Topics)), Plans(("dev", after, Topics)));

    // What stands between the overview and the first environment.
    private static string People(string summary) =>
        string.Join('\n', summary.Split('\n').SkipWhile(line => !line.StartsWith("| dev", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.StartsWith("### ", StringComparison.Ordinal)));

    private static Dictionary<string, JsonObject> Read(string plan) => new() { ["dev"] = PlanYaml.Read("plan", plan) };

    private static Dictionary<string, JsonObject> Plans(params (string Stack, string Journeys, string Topics)[] plans) =>
        plans.ToDictionary(
            plan => plan.Stack,
            plan => new JsonObject
            {
                ["stack"] = plan.Stack,
                ["definitions"] = new JsonObject
                {
                    ["journeys.yaml"] = PlanYaml.Read("journeys.yaml", plan.Journeys),
                    ["topics.yaml"] = PlanYaml.Read("topics.yaml", plan.Topics),
                },
            });
}
