using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.Aws.Secrets;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Identity;
using Engagement.Pinpoint.Events;
using Engagement.Pixel;
using Engagement.Pixel.Recording;
using Engagement.Ses.Customers;
using Engagement.Ses.Events;
using RecordPixelEvents;

await FunctionHost.RunAsync<SQSEvent, SQSBatchResponse, LambdaJsonContext>(
    host =>
    {
        var settings = Settings.Read(host.Environment);
        var plan = DeployedDefinitions.TrackingPlan.Read();
        plan = plan with { AcceptUnknownEvents = settings.AcceptUnknownEvents ?? plan.AcceptUnknownEvents };
        var keys = new SigningKeyCache(SecretsManagerSigningSecret.Open(host), host.Time, host.Log, host.Metrics);
        var events = host.Environment.OneOf<IEventRecorder>(
            "PLATFORM",
            ("pinpoint", () => new PinpointEventRecorder(PinpointEventSink.Open(host), plan, host.Log, host.Metrics)),
            ("ses", () => new SesEventRecorder(
                FirehoseEventArchive.Open(host), DynamoDbCustomers.Open(host), host.Log, host.Metrics)));
        var judge = new PixelJudge(new PixelRules(plan, settings.MaximumValidity), keys);
        return new RecordPixelEventsHandler(new PixelRecorder(judge, events, host.Log, host.Metrics)).HandleAsync;
    },
    Deadline.ShortReserve);
