using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Observability;
using Engagement.Pinpoint;
using Engagement.Pinpoint.Reminders;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Reminders;

/// <summary>The function that moves the segments of reminders on, and an alarm that rings when it does not.</summary>
internal sealed class ReminderSlider : ComponentResource
{
    private const int TimeoutSeconds = 120;
    private const int OneHour = 3_600;

    public ReminderSlider(
        string name,
        PinpointParts parts,
        ReminderLedger ledger,
        IReadOnlyList<SlidingMessage> messages,
        ComponentResourceOptions? options = null)
        : base("engagement:reminders:ReminderSlider", name, options)
    {
        Function = new HandlerFunction(name, new()
        {
            Handler = "SlideReminders",
            Defaults = parts.Args.Functions,
            Definitions = [FunctionDefinition.From(parts.Args.Definitions.Reminders.ForReminding)],
            TimeoutSeconds = TimeoutSeconds,
            Grants =
            [
                ledger.Allow("KeepHours", "dynamodb:GetItem", "dynamodb:UpdateItem"),
                new((PinpointEnvironment.ApplicationId, parts.App.ApplicationId), ("SEGMENTS", Segments(messages)))
                {
                    Statements = messages.Count == 0
                        ? []
                        :
                        [
                            new("SlideSegments")
                            {
                                Actions = ["mobiletargeting:UpdateSegment"],
                                Resources = [.. messages.Select(message => (Input<string>)message.Segment.Arn)],
                            },
                        ],
                },
            ],
        }, new ComponentResourceOptions { Parent = this });
        if (messages.Count > 0)
        {
            ThresholdAlarm.Absent(
                $"{name}-missed",
                "slide-reminders moved no segment for two hours, so no customer is reminded. Read its log. The next hour that succeeds"
                    + " catches up.",
                AlarmMetric.Counted(MetricName.RemindersSlid),
                OneHour,
                2,
                this);
        }

        RegisterOutputs();
    }

    public HandlerFunction Function { get; }

    private static Output<string> Segments(IReadOnlyList<SlidingMessage> messages) =>
        Output.All(messages.Select(message =>
            Output.Tuple(message.Segment.Id, message.Base?.Id.Apply(id => (string?)id) ?? Output.Create((string?)null))))
            .Apply(ids => SlidingSegment.WriteAll(
                messages.Zip(ids, (message, id) => KeyValuePair.Create(message.Message.Name, new SlidingSegment(id.Item1, id.Item2)))));
}
