using Engagement.Infra.Json;
using Engagement.Telemetry;

namespace Engagement.Infra.Observability.Dashboards;

/// <summary>Writes the dashboard of an environment: a section for each of the questions that an operator has.</summary>
internal static class DashboardBody
{
    private const string DeadLetters = "-dlq";
    private const string Waiting = "ApproximateNumberOfMessagesVisible";

    /// <summary>The dashboard's body as JSON text.</summary>
    /// <param name="stack">What there is to show.</param>
    /// <param name="platform">The sections of the platform.</param>
    public static string Write(ObservedStack stack, PlatformSections platform) =>
        ReadableJson.Write(new Dashboard([.. Widgets(stack, platform)]), DashboardJson.Default.Dashboard);

    private static IEnumerable<Widget> Widgets(ObservedStack stack, PlatformSections platform) =>
    [
        Widget.Alarms($"engagement {stack.Stack}: alarms; docs/operations.md says what each means", stack.Alarms),
        .. Sums(stack, platform),
        .. Pixel(stack),
        .. Queues(stack),
        .. Functions(stack),
        .. platform.Calls,
        .. CompanyEvents(stack),
        .. platform.Reminders,
        .. platform.Journeys,
    ];

    private static IEnumerable<Widget> Sums(ObservedStack stack, PlatformSections platform)
    {
        var (queue, deadLetters) = (Named(stack, "pixel-queue"), Named(stack, "pixel-queue-dlq"));
        return
        [
            Widget.Heading(
                "## Sums\nOver the time shown above. What was stored is recorded, rejected, waits or was given up: missing is near 0."
                    + " A request that is delivered twice counts twice as recorded, so that missing may be below 0."),
            Widget.Numbers(
                "Pixels", stack.Region,
                Queue(queue, "NumberOfMessagesSent", "stored", "Sum").As("stored"),
                Metric.Counted("recorded", stack, MetricName.EventsRecorded).As("recorded"),
                Metric.Counted("rejected", stack, MetricName.EventsRejected).As("rejected"),
                Queue(queue, Waiting, "most that waited", "Maximum"),
                Queue(deadLetters, Waiting, "given up", "Maximum").As("dead"),
                Metric.Calculated("missing", "FILL(stored, 0) - FILL(recorded, 0) - FILL(rejected, 0) - FILL(dead, 0)")),
            Widget.Numbers("Company events", stack.Region, Metric.ByReason(stack, MetricName.CompanyEvents)),
            Widget.Numbers("Messages", stack.Region, platform.Messages),
        ];
    }

    private static IEnumerable<Widget> Pixel(ObservedStack stack) =>
    [
        Widget.Heading("## Pixel\nRequests that were answered 200 are stored. Each is recorded as an event, or is rejected for a reason."),
        Widget.Lines(
            "Requests and answers", stack.Region,
            Gateway(stack, "requests", "Sum", "Count"),
            Gateway(stack, "4xx", "Sum", "4XXError"),
            Gateway(stack, "5xx: not stored", "Sum", "5XXError")),
        Widget.Lines(
            "Time to answer, ms", stack.Region,
            Gateway(stack, "median", "p50", "Latency"), Gateway(stack, "p99", "p99", "Latency")),
        Widget.Lines(
            "What became of events", stack.Region,
            Metric.Counted("recorded", stack, MetricName.EventsRecorded),
            Metric.Counted("rejected", stack, MetricName.EventsRejected),
            Metric.Counted("to be tried again", stack, MetricName.EventsReturned)),
        Widget.Lines("Rejected, by reason", stack.Region, Metric.ByReason(stack, MetricName.EventsRejected)),
        Widget.Lines("Parameters left out, by reason", stack.Region, Metric.ByReason(stack, MetricName.AttributesDropped)),
        Widget.Lines(
            "Endpoints refused", stack.Region,
            Metric.Counted("refused", stack, MetricName.EndpointsRefused),
            Metric.Counted("events recorded in part", stack, MetricName.EventsRecordedInPart)),
    ];

    private static IEnumerable<Widget> Queues(ObservedStack stack)
    {
        var (dead, alive) = (stack.Queues.Where(IsDead).ToList(), stack.Queues.Where(queue => !IsDead(queue)).ToList());
        return
        [
            Widget.Heading("## Queues\nWhat waits is delayed, not lost. What is in a dead-letter queue needs an operator."),
            Widget.Lines("Messages waiting", stack.Region, alive.Select(queue => Queue(queue, Waiting))),
            Widget.Lines(
                "Age of the oldest message, s", stack.Region,
                alive.Select(queue => Queue(queue, "ApproximateAgeOfOldestMessage"))),
            Widget.Lines("In dead-letter queues", stack.Region, dead.Select(queue => Queue(queue, Waiting))),
        ];
    }

    private static IEnumerable<Widget> Functions(ObservedStack stack) =>
    [
        Widget.Heading("## Functions"),
        Widget.Lines("Invocations", stack.Region, stack.Functions.Select(function => Lambda(function, "Sum", "Invocations"))),
        Widget.Lines("Errors", stack.Region, stack.Functions.Select(function => Lambda(function, "Sum", "Errors"))),
        Widget.Lines("Throttles", stack.Region, stack.Functions.Select(function => Lambda(function, "Sum", "Throttles"))),
        Widget.Lines("Duration, p99, ms", stack.Region, stack.Functions.Select(function => Lambda(function, "p99", "Duration"))),
        Widget.Lines("At once", stack.Region, stack.Functions.Select(function => Lambda(function, "Maximum", "ConcurrentExecutions"))),
    ];

    private static IEnumerable<Widget> CompanyEvents(ObservedStack stack) =>
    [
        Widget.Heading("## Company events"),
        Widget.Lines("Events, by outcome", stack.Region, Metric.ByReason(stack, MetricName.CompanyEvents)),
        Widget.Lines(
            "Campaigns", stack.Region,
            Metric.Counted("launched", stack, MetricName.CampaignsLaunched),
            Metric.Counted("attempts that failed", stack, MetricName.CampaignsFailed),
            Metric.Counted("events caught up by the check", stack, MetricName.CompanyEventsCaughtUp),
            Metric.Counted("events held", stack, MetricName.CompanyEventsHeld),
            Metric.Counted("events overdue", stack, MetricName.CompanyEventsOverdue),
            Metric.Counted("calls without a rule", stack, MetricName.CampaignRulesMissing)),
        Widget.Lines(
            "Customers", stack.Region,
            Metric.Counted("let through", stack, MetricName.CustomersServed),
            Metric.Counted("left out", stack, MetricName.CustomersLeftOut),
            Metric.Counted("attributes written", stack, MetricName.UserAttributesWritten),
            Metric.Counted("attributes lost", stack, MetricName.UserAttributesLost)),
    ];

    private static bool IsDead(ObservedName queue) => queue.Logical.EndsWith(DeadLetters, StringComparison.Ordinal);

    private static Metric Gateway(ObservedStack stack, string label, string statistic, string name) =>
        Metric.Create(label, statistic, "AWS/ApiGateway", name, "ApiName", stack.PixelApi);

    private static ObservedName Named(ObservedStack stack, string queue) => stack.Queues.Single(each => each.Logical == queue);

    private static Metric Queue(ObservedName queue, string name) => Queue(queue, name, queue.Logical, "Maximum");

    private static Metric Queue(ObservedName queue, string name, string label, string statistic) =>
        Metric.Create(label, statistic, "AWS/SQS", name, "QueueName", queue.Physical);

    private static Metric Lambda(ObservedName function, string statistic, string name) =>
        Metric.Create(function.Logical, statistic, "AWS/Lambda", name, "FunctionName", function.Physical);
}
