using System.Collections.ObjectModel;
using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.Aws.Journeys;
using Engagement.Aws.Secrets;
using Engagement.Definitions;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Functions;
using Engagement.Identity;
using Engagement.Journeys;
using Engagement.Pinpoint.Events;
using Engagement.Pinpoint.Journeys;
using Engagement.Pixel;
using Engagement.Pixel.Recording;
using Engagement.Ses.Customers;
using Engagement.Ses.Events;
using Engagement.Times;
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
            ("pinpoint", () => OpenPinpoint(host, plan)),
            ("ses", () => OpenSes(host)));
        var judge = new PixelJudge(new PixelRules(plan, settings.MaximumValidity), keys);
        return new RecordPixelEventsHandler(new PixelRecorder(judge, events, host.Log, host.Metrics)).HandleAsync;
    },
    Deadline.ShortReserve);

static JourneyEventRecorder OpenPinpoint(FunctionHost host, TrackingPlan plan) => new(
    new PinpointEventRecorder(PinpointEventSink.Open(host), plan, host.Log, host.Metrics),
    DynamoDbCustomerJourneys.Open(host),
    DynamoDbJourneyBooks.Open(host),
    new(limit: null, TopicCatalog.Default, CustomerZone.Utc),
    new(DynamoDbJourneyHistory.Open(host), host.Log, host.Metrics),
    host.Time,
    host.Log,
    host.Metrics);

static SesEventRecorder OpenSes(FunctionHost host)
{
    var customers = DynamoDbCustomers.Open(host);
    var journeys = new JourneyRecorder(
        DynamoDbCustomerJourneys.Open(host),
        new JourneyMembers(
            customers, consents: null, DeployedDefinitions.Segments.Read(), templates: ReadOnlyDictionary<string, MessageTemplate>.Empty),
        new(limit: null, TopicCatalog.Default, CustomerZone.Utc),
        new(DynamoDbJourneyHistory.Open(host), host.Log, host.Metrics),
        host.Time);
    return new(FirehoseEventArchive.Open(host), customers, DynamoDbJourneyBooks.Open(host), journeys, host.Log, host.Metrics);
}
