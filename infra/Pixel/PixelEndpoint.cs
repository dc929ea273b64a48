using System.Globalization;
using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Engagement.Infra.Identity;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Pixel;

/// <summary>The tracking pixel: a URL that image tags load, a queue that keeps what they report, and the function that records it in Pinpoint.</summary>
internal sealed class PixelEndpoint : ComponentResource
{
    // Long enough for ten PutEvents at Pinpoint's pace, each with its retries.
    private const int RecorderTimeoutSeconds = 30;

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
        var secret = new SigningSecret($"{name}-signing", args.Settings.Identity, asChild);
        var recorder = CreateRecorder(args, secret, asChild);
        _ = new Aws.Lambda.EventSourceMapping($"{name}-source", new()
        {
            EventSourceArn = Queue.Queue.Arn,
            FunctionName = recorder.Function.Arn,
            BatchSize = settings.BatchSize,
            MaximumBatchingWindowInSeconds = settings.BatchingWindowSeconds,
            FunctionResponseTypes = "ReportBatchItemFailures",
            ScalingConfig = new Aws.Lambda.Inputs.EventSourceMappingScalingConfigArgs { MaximumConcurrency = settings.MaximumConcurrency },
        }, new CustomResourceOptions { Parent = this });
        Api = new PixelApi(name, Queue.Queue, settings, args.Settings.Handlers, args.Settings.Firewall, asChild);
        RegisterOutputs();
    }

    public PixelApi Api { get; }

    public ReliableQueue Queue { get; }

    private HandlerFunction CreateRecorder(PixelEndpointArgs args, SigningSecret secret, ComponentResourceOptions asChild)
    {
        var environment = new InputMap<string>
        {
            { "STACK", Deployment.Instance.StackName },
            { "PINPOINT_APPLICATION_ID", args.Pinpoint.App.ApplicationId },
            { "SIGNING_SECRET_ARN", secret.Secret.Arn },
            { "MAXIMUM_VALIDITY_DAYS", args.Settings.Identity.MaximumValidityDays.ToString(CultureInfo.InvariantCulture) },
        };
        if (args.Settings.Pixel.AcceptUnknownEvents is { } accept)
        {
            environment.Add("ACCEPT_UNKNOWN_EVENTS", accept ? "true" : "false");
        }

        return new HandlerFunction("record-pixel-events", new()
        {
            Handler = "RecordPixelEvents",
            Settings = args.Settings.Handlers,
            Definitions = [FunctionDefinition.From(args.Definitions.TrackingPlan.ForRecording)],
            TimeoutSeconds = RecorderTimeoutSeconds,
            Environment = environment,
            Statements =
            [
                new("TakeRequests") { Actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resources = [Queue.Queue.Arn] },
                new("RecordEvents") { Actions = ["mobiletargeting:PutEvents"], Resources = [Output.Format($"{args.Pinpoint.App.Arn}/events")] },
                new("ReadSigningKeys") { Actions = ["secretsmanager:GetSecretValue"], Resources = [secret.Secret.Arn] },
            ],
        }, asChild);
    }
}
