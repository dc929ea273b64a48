using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Segments;

namespace Handlers.Tests.Journeys.OnPinpoint;

/// <summary>The journeys of the design's example.</summary>
internal static class SixJourneys
{
    public static readonly Journey ThankYou = new()
    {
        Name = "thank_you",
        Event = "purchase_success",
        Again = TimeSpan.FromDays(1),
        Steps = [Send("thank-you")],
    };

    public static readonly Journey Welcome = new()
    {
        Name = "welcome",
        Event = "newsletter_signup",
        Again = Journey.Never,
        Until = ["purchase_success"],
        Steps = [Send("welcome"), Wait(days: 3), Send("tips")],
    };

    public static readonly Journey Cart = new()
    {
        Name = "abandoned_cart",
        Event = "cart_updated",
        Again = TimeSpan.FromDays(1),
        Until = ["purchase_success"],
        Where = [new() { Subject = SegmentSubject.Metric, Name = "value", Operator = SegmentOperator.AtLeast, Values = ["20"] }],
        Between = new(9 * 60, 20 * 60),
        Steps = [Wait(hours: 4), Send("cart"), Wait(days: 1), Send("cart-last")],
    };

    public static readonly Journey Onboarding = new()
    {
        Name = "onboarding",
        Event = "subscription_started",
        Again = TimeSpan.Zero,
        Until = ["subscription_cancelled"],
        Steps =
        [
            Send("onboarding-start"),
            Wait(days: 2),
            new JourneyStep.If(new JourneyCondition.Did("feature_used"), [Send("onboarding-next")], [Send("onboarding-help")]),
            Wait(days: 5),
            new JourneyStep.If(new JourneyCondition.IsIn("premium"), [Send("premium-tour")], []),
        ],
    };

    public static readonly Journey Review = new()
    {
        Name = "review",
        Event = "purchase_success",
        Again = TimeSpan.FromDays(90),
        Until = ["review_written", "return_requested"],
        Steps = [Wait(days: 14), new JourneyStep.Split([new(90, [Send("review")]), new(10, [])])],
    };

    public static readonly Journey WinBack = new()
    {
        Name = "win_back",
        Event = "subscription_cancelled",
        Again = TimeSpan.FromDays(180),
        Until = ["subscription_started"],
        SkipIf = [new CampaignCondition { Attribute = "renewed", Values = ["yes"] }],
        Between = new(9 * 60, 20 * 60),
        Steps = [Wait(days: 30), new JourneyStep.Split([new(50, [Send("offer-a")]), new(50, [Send("offer-b")])])],
    };

    public static IReadOnlyList<Journey> All { get; } = [ThankYou, Welcome, Cart, Onboarding, Review, WinBack];

    public static JourneyStep Send(string template) => new JourneyStep.Send(template);

    public static JourneyStep Wait(int days = 0, int hours = 0) => new JourneyStep.Wait(new TimeSpan(days, hours, 0, 0));
}
