using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.Aws.Journeys;
using Engagement.Aws.Secrets;
using Engagement.Definitions;
using Engagement.Identity;
using Engagement.Journeys;
using Engagement.Rendering;
using Engagement.Sending;
using Engagement.Ses.Consent;
using Engagement.Ses.Customers;
using Engagement.Ses.Sending;
using MoveCustomers;

await FunctionHost.RunAsync<SQSEvent, SQSBatchResponse, LambdaJsonContext>(
    host =>
    {
        var topics = DeployedDefinitions.Topics.Read();
        var keys = new SigningKeyCache(SecretsManagerSigningSecret.Open(host), host.Time, host.Log, host.Metrics);
        var (consents, templates) = (DynamoDbConsents.Open(host), DeployedDefinitions.Templates.Read());
        var mover = new JourneyMover(
            DynamoDbCustomerJourneys.Open(host),
            new(DynamoDbCustomers.Open(host), consents, DeployedDefinitions.Segments.Read(), templates),
            new(
                DeployedDefinitions.Journeys.Read().Limit,
                topics,
                DeployedDefinitions.TrackingPlan.Read().Zone),
            SesChannels.Open(host, new MessageRenderer(templates), keys, topics, consents),
            new(DynamoDbJourneyHistory.Open(host), host.Log, host.Metrics),
            host.Time,
            host.Log,
            host.Metrics);
        return new MoveCustomersHandler(new(DynamoDbJourneyBooks.Open(host), mover, host.Time, host.Log, host.Metrics)).HandleAsync;
    },
    SendingRules.Reserve);
