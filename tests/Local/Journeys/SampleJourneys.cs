using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;

namespace Local.Tests.Journeys;

/// <summary>Journeys of the kinds that there are.</summary>
internal static class SampleJourneys
{
    /// <summary>What the journeys send: e-mails.</summary>
    public static IReadOnlyDictionary<string, MessageTemplate> Templates { get; } =
        new[] { "thank-you", "welcome", "tips", "cart", "cart-last", "start", "next", "help", "tour", "hello" }.ToDictionary(
            name => name,
            name => new MessageTemplate { Name = name, Email = new() { Subject = name, Html = $"<p>{name}</p>", Text = name } });

    public static TopicCatalog Topics { get; } = TopicCatalog.Default with
    {
        Topics = [.. TopicCatalog.Default.Topics, new() { Name = "orders", Kind = TopicKind.Transactional }],
    };

    public static SegmentCatalog Segments { get; } = new()
    {
        Segments =
        [
            new()
            {
                Name = "premium",
                Conditions =
                [
                    new() { Subject = SegmentSubject.UserAttribute, Name = "tier", Operator = SegmentOperator.In, Values = ["premium"] },
                ],
            },
        ],
    };

    public static Journey ThankYou { get; } = new()
    {
        Name = "thank_you",
        Event = "bought",
        Again = TimeSpan.FromDays(1),
        Topic = "orders",
        Steps = [Send("thank-you")],
    };

    public static Journey Welcome { get; } = new()
    {
        Name = "welcome",
        Event = "signed_up",
        Again = Journey.Never,
        Until = ["bought"],
        Steps = [Send("welcome"), Wait(TimeSpan.FromDays(3)), Send("tips")],
    };

    public static Journey Cart { get; } = new()
    {
        Name = "cart",
        Event = "cart_updated",
        Again = TimeSpan.FromDays(1),
        Until = ["bought"],
        Restarts = true,
        Between = new(9 * 60, 20 * 60),
        Where = [new() { Subject = SegmentSubject.Metric, Name = "value", Operator = SegmentOperator.AtLeast, Values = ["20"] }],
        Steps = [Wait(TimeSpan.FromHours(4)), Send("cart"), Wait(TimeSpan.FromDays(1)), Send("cart-last")],
    };

    public static Journey Onboarding { get; } = new()
    {
        Name = "onboarding",
        Event = "subscribed",
        Again = TimeSpan.Zero,
        Until = ["cancelled"],
        Steps =
        [
            Send("start"), Wait(TimeSpan.FromDays(2)),
            new JourneyStep.If(new JourneyCondition.Did("used"), [Send("next")], [Send("help")]),
            new JourneyStep.If(new JourneyCondition.IsIn("premium"), [Send("tour")], []),
        ],
    };

    public static JourneyCatalog Catalog { get; } = new()
    {
        Limit = new(2, TimeSpan.FromDays(1)),
        Journeys = [ThankYou, Welcome, Cart, Onboarding],
    };

    public static JourneyStep Send(string template) => new JourneyStep.Send(template);

    public static JourneyStep Wait(TimeSpan time) => new JourneyStep.Wait(time);
}
