using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.Aws.Queues;
using Engagement.Aws.Secrets;
using Engagement.Definitions;
using Engagement.Identity;
using Engagement.Reminders.Shares;
using Engagement.Rendering;
using Engagement.Sending;
using Engagement.Ses.Consent;
using Engagement.Ses.Customers;
using Engagement.Ses.Sending;
using Engagement.Times;
using SendReminders;

await FunctionHost.RunAsync<SQSEvent, SQSBatchResponse, LambdaJsonContext>(
    host =>
    {
        var zone = DeployedDefinitions.TrackingPlan.Read().Dates?.Zone ?? CustomerZone.Utc;
        var topics = DeployedDefinitions.Topics.Read();
        var keys = new SigningKeyCache(SecretsManagerSigningSecret.Open(host), host.Time, host.Log, host.Metrics);
        var customers = DynamoDbCustomers.Open(host);
        var deliveries = DynamoDbDeliveries.Open(host);
        var renderer = new MessageRenderer(DeployedDefinitions.Templates.Read());
        var messages = SesMessages.Open(host, renderer, SesUnsubscribing.Open(host, keys, topics));
        var endpoints = new EndpointSender(deliveries, messages, SesPace.Open(host), host.Time, host.Log, host.Metrics);
        var shares = new ReminderShareSender(
            DeployedDefinitions.Reminders.Read(),
            DeployedDefinitions.Segments.Read(),
            topics,
            zone,
            new DueDates(DynamoDbDateIndex.Open(host), zone),
            customers,
            SqsReminderQueue.Open(host),
            new PageSender(
                deliveries,
                DynamoDbConsents.Open(host),
                endpoints,
                new AttributeWriter(customers, host.Log, host.Metrics),
                host.Log,
                host.Metrics),
            host.Time,
            host.Log,
            host.Metrics);
        return new SendRemindersHandler(shares).HandleAsync;
    },
    SendingRules.Reserve);
