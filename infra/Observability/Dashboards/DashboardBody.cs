using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Pinpoint;
using Engagement.Telemetry;

namespace Engagement.Infra.Observability.Dashboards;

/// <summary>Writes the dashboard of an environment: a section for each of the questions that an operator has.</summary>
internal static class DashboardBody
{
    private const string DeadLetters = "-dlq";

    // A line a member, so that a diff shows which one changed; and text as people write it.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The dashboard's body as JSON text.</summary>
    public static string Of(ObservedStack stack) => new JsonObject
    {
        ["widgets"] = new JsonArray([.. Widgets(stack)]),
    }.ToJsonString(Readable);

    private static IEnumerable<JsonNode> Widgets(ObservedStack stack) =>
    [
        Widget.Alarms($"engagement {stack.Stack}: alarms; docs/operations.md says what each means", stack.Alarms),
        .. Pixel(stack),
        .. Queues(stack),
        .. Functions(stack),
        .. Pinpoint(stack),
        .. CompanyEvents(stack),
        .. Reminders(stack),
    ];

    private static IEnumerable<JsonNode> Pixel(ObservedStack stack) =>
    [
        Widget.Heading("## Pixel\nRequests that were answered 200 are stored. Each becomes an event in Pinpoint, or is rejected for a reason."),
        Widget.Lines(
            "Requests and answers", stack.Region,
            Gateway(stack, "requests", "Sum", "Count"), Gateway(stack, "4xx", "Sum", "4XXError"), Gateway(stack, "5xx: not stored", "Sum", "5XXError")),
        Widget.Lines("Time to answer, ms", stack.Region, Gateway(stack, "median", "p50", "Latency"), Gateway(stack, "p99", "p99", "Latency")),
        Widget.Lines(
            "What became of events", stack.Region,
            Counted("recorded", stack, MetricName.EventsRecorded),
            Counted("rejected", stack, MetricName.EventsRejected),
            Counted("to be tried again", stack, MetricName.EventsReturned)),
        Widget.Lines("Rejected, by reason", stack.Region, ByReason(stack, MetricName.EventsRejected)),
        Widget.Lines("Parameters left out, by reason", stack.Region, ByReason(stack, MetricName.AttributesDropped)),
        Widget.Lines(
            "Endpoints refused by Pinpoint", stack.Region,
            Counted("refused", stack, MetricName.EndpointsRefused), Counted("events recorded in part", stack, MetricName.EventsRecordedInPart)),
    ];

    private static IEnumerable<JsonNode> Queues(ObservedStack stack)
    {
        var (dead, alive) = (stack.Queues.Where(IsDead).ToList(), stack.Queues.Where(queue => !IsDead(queue)).ToList());
        return
        [
            Widget.Heading("## Queues\nWhat waits is delayed, not lost. What is in a dead-letter queue needs somebody."),
            Widget.Lines("Messages waiting", stack.Region, alive.Select(queue => Queue(queue, "ApproximateNumberOfMessagesVisible"))),
            Widget.Lines("Age of the oldest message, s", stack.Region, alive.Select(queue => Queue(queue, "ApproximateAgeOfOldestMessage"))),
            Widget.Lines("In dead-letter queues", stack.Region, dead.Select(queue => Queue(queue, "ApproximateNumberOfMessagesVisible"))),
        ];
    }

    private static IEnumerable<JsonNode> Functions(ObservedStack stack) =>
    [
        Widget.Heading("## Functions"),
        Widget.Lines("Invocations", stack.Region, stack.Functions.Select(function => Lambda(function, "Sum", "Invocations"))),
        Widget.Lines("Errors", stack.Region, stack.Functions.Select(function => Lambda(function, "Sum", "Errors"))),
        Widget.Lines("Throttles", stack.Region, stack.Functions.Select(function => Lambda(function, "Sum", "Throttles"))),
        Widget.Lines("Duration, p99, ms", stack.Region, stack.Functions.Select(function => Lambda(function, "p99", "Duration"))),
        Widget.Lines("At once", stack.Region, stack.Functions.Select(function => Lambda(function, "Maximum", "ConcurrentExecutions"))),
    ];

    private static IEnumerable<JsonNode> Pinpoint(ObservedStack stack) =>
    [
        Widget.Heading("## Pinpoint\nIt takes about 15 calls of PutEvents a second. What it refuses is tried again."),
        Widget.Lines(
            "Calls", stack.Region,
            Counted("calls", stack, PinpointMetrics.Calls),
            Counted("too many", stack, PinpointMetrics.Throttled),
            Counted("failed", stack, PinpointMetrics.Errors)),
        Widget.Lines(
            "Duration of calls, ms", stack.Region,
            Measured("median", "p50", stack, PinpointMetrics.Duration), Measured("p99", "p99", stack, PinpointMetrics.Duration)),
    ];

    private static IEnumerable<JsonNode> CompanyEvents(ObservedStack stack) =>
    [
        Widget.Heading("## Company events"),
        Widget.Lines("Events, by outcome", stack.Region, ByReason(stack, MetricName.CompanyEvents)),
        Widget.Lines(
            "Campaigns", stack.Region,
            Counted("launched", stack, MetricName.CampaignsLaunched),
            Counted("attempts that failed", stack, MetricName.CampaignsFailed),
            Counted("events caught up by the check", stack, MetricName.CompanyEventsCaughtUp),
            Counted("events held", stack, MetricName.CompanyEventsHeld),
            Counted("events overdue", stack, MetricName.CompanyEventsOverdue),
            Counted("calls without a rule", stack, MetricName.CampaignRulesMissing)),
        Widget.Lines(
            "Customers", stack.Region,
            Counted("let through", stack, MetricName.CustomersServed),
            Counted("left out", stack, MetricName.CustomersLeftOut),
            Counted("attributes written", stack, MetricName.UserAttributesWritten),
            Counted("attributes lost", stack, MetricName.UserAttributesLost)),
    ];

    private static IEnumerable<JsonNode> Reminders(ObservedStack stack) =>
    [
        Widget.Heading("## Reminders\nEach hour, every reminder's segment moves on by an hour."),
        Widget.Lines(
            "Hours", stack.Region,
            Counted("segments moved", stack, MetricName.RemindersSlid),
            Counted("missed and caught up", stack, MetricName.ReminderHoursMissed)),
        Widget.Lines(
            "Customers", stack.Region,
            Counted("reminded", stack, MetricName.RemindersSent), Counted("calls without a definition", stack, MetricName.RemindersUnknown)),
        Widget.Lines("Not reminded, by reason", stack.Region, ByReason(stack, MetricName.RemindersLeftOut)),
    ];

    private static bool IsDead(ObservedName queue) => queue.Logical.EndsWith(DeadLetters, StringComparison.Ordinal);

    private static Metric Gateway(ObservedStack stack, string label, string statistic, string name) =>
        Metric.Of(label, statistic, "AWS/ApiGateway", name, "ApiName", stack.PixelApi);

    private static Metric Queue(ObservedName queue, string name) => Metric.Of(queue.Logical, "Maximum", "AWS/SQS", name, "QueueName", queue.Physical);

    private static Metric Lambda(ObservedName function, string statistic, string name) =>
        Metric.Of(function.Logical, statistic, "AWS/Lambda", name, "FunctionName", function.Physical);

    private static Metric Counted(string label, ObservedStack stack, string name) => Measured(label, "Sum", stack, name);

    private static Metric Measured(string label, string statistic, ObservedStack stack, string name) =>
        Metric.Of(label, statistic, MetricName.Namespace, name, "Stack", stack.Stack);

    private static Metric ByReason(ObservedStack stack, string name) =>
        Metric.Found($"{{{MetricName.Namespace},Stack,Reason}} MetricName=\"{name}\" Stack=\"{stack.Stack}\"", "Sum");
}
