using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Topics;

namespace Handlers.Tests.Journeys;

/// <summary>The journeys that histories go through, and what deployments make of them.</summary>
internal static class JourneyCatalogs
{
    public static readonly TopicCatalog Topics = TopicCatalog.Default with
    {
        Topics = [.. TopicCatalog.Default.Topics, new() { Name = "orders", Kind = TopicKind.Transactional }],
    };

    public static readonly MessageLimit Limit = new(2, TimeSpan.FromDays(1));

    private static readonly Journey Welcome = new()
    {
        Name = "welcome",
        Event = "signup",
        Again = Journey.Never,
        Until = ["buy"],
        Steps = [Send("w"), Wait(hours: 72), Send("tips")],
    };

    private static readonly Journey Thanks = new()
    {
        Name = "thanks",
        Event = "buy",
        Again = TimeSpan.FromDays(1),
        Topic = "orders",
        Steps = [Send("th")],
    };

    private static readonly Journey Cart = new()
    {
        Name = "cart",
        Event = "cart",
        Again = TimeSpan.FromDays(1),
        Until = ["buy"],
        Restarts = true,
        Between = new(9 * 60, 20 * 60),
        SkipIf = [new CampaignCondition { Attribute = "quiet", Values = ["yes"] }],
        Steps = [Wait(hours: 4), Send("c1"), Wait(hours: 24), Send("c2")],
    };

    private static readonly Journey Ping = new() { Name = "ping", Event = "ping", Again = TimeSpan.Zero, Steps = [Send("p")] };

    private static readonly Journey Sub = new()
    {
        Name = "sub",
        Event = "sub",
        Again = TimeSpan.Zero,
        Until = ["cancel"],
        Steps =
        [
            Send("s"), Wait(hours: 48),
            new JourneyStep.If(new JourneyCondition.Did("used"), [Send("next"), Wait(hours: 1), Send("more")], [Send("help")]),
            new JourneyStep.Split([new(60, [Wait(hours: 1), Send("a")]), new(40, [])]),
        ],
    };

    public static readonly JourneyCatalog First = new() { Limit = Limit, Journeys = [Welcome, Thanks, Cart, Ping, Sub] };

    /// <summary>Redeployed; changed; one removed; one closed; one renamed.</summary>
    public static IReadOnlyList<JourneyCatalog> Deployed { get; } =
    [
        First,
        With(Welcome with { Until = [], Steps = [Send("w"), Wait(hours: 1), Send("tips"), Wait(hours: 1), Send("more-tips")] }),
        With(Cart with { Steps = [Wait(hours: 2), Send("c2"), Send("c1")] }),
        First with { Journeys = [.. First.Journeys.Where(each => each != Welcome && each != Cart)] },
        With(Sub with { Closed = true }),
        First with { Journeys = [.. First.Journeys.Where(each => each != Ping), Ping with { Name = "pong" }] },
    ];

    private static JourneyCatalog With(Journey changed) =>
        First with { Journeys = [.. First.Journeys.Select(each => each.Name == changed.Name ? changed : each)] };

    private static JourneyStep.Send Send(string template) => new(template);

    private static JourneyStep.Wait Wait(int hours) => new(TimeSpan.FromHours(hours));
}
