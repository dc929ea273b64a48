using System.Globalization;
using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Identity;
using Engagement.Infra.Observability;
using Engagement.Infra.Queues;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Pixel;

/// <summary>
/// The tracking pixel: a URL that image tags load, a queue that keeps what they report, and the function that records it.
/// </summary>
internal sealed class PixelEndpoint : ComponentResource
{
    // Long enough for ten calls at the platform's pace, each with its retries.
    private const int RecorderTimeoutSeconds = 30;

    // SQS's counts are approximate. So few say nothing.
    private const int MissingAllowed = 10;

    public PixelEndpoint(string name, PixelEndpointArgs args, ComponentResourceOptions? options = null)
        : base("engagement:pixel:PixelEndpoint", name, options)
    {
        var settings = args.Settings.Pixel;
        var asChild = new ComponentResourceOptions { Parent = this };
        Queue = new ReliableQueue($"{name}-queue", new()
        {
            ConsumerTimeoutSeconds = RecorderTimeoutSeconds,
            MaximumReceives = settings.MaximumReceives,
        }, asChild);
        var secret = new SigningSecret(
            $"{name}-signing",
            "Keys that sign the identities of visitors: current, and previous during a rotation.",
            SigningKeysText.From(args.Settings.Identity),
            asChild);
        CreateRecorder($"{name}-source", args, secret, asChild);
        WatchSum(name);
        Api = new PixelApi(name, Queue.Queue, settings, args.Settings.Handlers, args.Settings.Firewall, asChild);
        RegisterOutputs();
    }

    public PixelApi Api { get; }

    public ReliableQueue Queue { get; }

    private void WatchSum(string name) => ThresholdAlarm.Missing(
        $"{name}-missing",
        $"Of what the pixel stored within an hour, more than {MissingAllowed} requests and a twentieth are nowhere: neither recorded nor"
            + " rejected, nor in the queue or its dead-letter queue. Has anyone purged a queue, or deleted its messages?",
        new()
        {
            Taken = AlarmMetric.Measured(Queue.Queue, "NumberOfMessagesSent") with { Statistic = "Sum" },
            Settled = [AlarmMetric.Counted(MetricName.EventsRecorded), AlarmMetric.Counted(MetricName.EventsRejected)],
            Waiting =
            [
                AlarmMetric.Measured(Queue.Queue, "ApproximateNumberOfMessagesVisible"),
                AlarmMetric.Measured(Queue.Queue, "ApproximateNumberOfMessagesNotVisible"),
                AlarmMetric.Measured(Queue.DeadLetterQueue.Queue, "ApproximateNumberOfMessagesVisible"),
            ],
        },
        MissingAllowed,
        this);

    private void CreateRecorder(string source, PixelEndpointArgs args, SigningSecret secret, ComponentResourceOptions asChild)
    {
        var settings = args.Settings.Pixel;
        _ = new HandlerFunction("record-pixel-events", new()
        {
            Handler = "RecordPixelEvents",
            Defaults = args.Functions,
            Definitions =
            [
                FunctionDefinition.From(args.Definitions.TrackingPlan.ForRecording),
                .. args.Platform.RecordingDefinitions,
            ],
            TimeoutSeconds = RecorderTimeoutSeconds,
            Source = new()
            {
                Name = source,
                Queue = Queue,
                BatchSize = settings.BatchSize,
                WindowSeconds = settings.BatchingWindowSeconds,
                MaximumConcurrency = settings.MaximumConcurrency,
            },
            Grants =
            [
                args.Platform.RecordEvents,
                secret.Read,
                new(("MAXIMUM_VALIDITY_DAYS", args.Settings.Identity.MaximumValidityDays.ToString(CultureInfo.InvariantCulture))),
                settings.AcceptUnknownEvents is { } accept ? new(("ACCEPT_UNKNOWN_EVENTS", accept ? "true" : "false")) : new(),
            ],
        }, asChild);
    }
}
