using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Journeys;

/// <summary>
/// Customers' journeys on Pinpoint: a journey each, which keeps the time and sends, and a function that it asks. Another function cancels
/// those that were replaced once their customers are through, and renews those that end.
/// </summary>
internal static class PinpointJourneys
{
    private const int TimeoutSeconds = 300;

    public static DeclaredJourneys Declare(PinpointParts parts, Resource parent)
    {
        var asChild = new ComponentResourceOptions { Parent = parent };
        var questions = new JourneyQuestions("ask-journey", parts, asChild);
        var tending = new ScheduledCall("tend-journeys-schedule", new()
        {
            Function = CreateTender("tend-journeys", parts, asChild),
            Schedule = "rate(1 hour)",
            Description = "Has replaced journeys cancelled that have drained, and those renewed that end",
            GivenUp = "Calls of tend-journeys-schedule could not be handed to tend-journeys, or failed. Read its log. The next call that"
                + " succeeds catches up: delete the messages.",
        }, asChild);
        return new()
        {
            DeadLetterQueues = [tending.GivenUp],
            Ready =
            [
                .. parts.Args.Definitions.Journeys.Journeys
                    .Select(journey => new CustomerJourney($"journey-{journey.Name}", parts, journey, questions, asChild)),
            ],
        };
    }

    private static HandlerFunction CreateTender(string name, PinpointParts parts, ComponentResourceOptions asChild) => new(name, new()
    {
        Handler = "TendJourneys",
        Defaults = parts.Args.Functions,
        TimeoutSeconds = TimeoutSeconds,
        Grants =
        [
            // The ids of journeys are Pinpoint's to choose, hence the asterisks.
            new(("PINPOINT_APPLICATION_ARN", parts.App.Arn))
            {
                Statements =
                [
                    new("RenewJourneys")
                    {
                        Actions = ["mobiletargeting:ListJourneys", "mobiletargeting:CreateJourney"],
                        Resources = [Output.Format($"{parts.App.Arn}/journeys")],
                    },
                    new("ManageJourneys")
                    {
                        Actions =
                        [
                            "mobiletargeting:GetJourney",
                            "mobiletargeting:UpdateJourney",
                            "mobiletargeting:DeleteJourney",
                            "mobiletargeting:TagResource",
                        ],
                        Resources = [Output.Format($"{parts.App.Arn}/journeys/*")],
                    },
                    new("CancelJourneys")
                    {
                        Actions = ["mobiletargeting:UpdateJourneyState"],
                        Resources = [Output.Format($"{parts.App.Arn}/journeys/*/state")],
                    },
                ],
            },
        ],
    }, asChild);
}
