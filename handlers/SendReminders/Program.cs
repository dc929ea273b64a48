using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.Aws.Queues;
using Engagement.Definitions;
using Engagement.Reminders.Shares;
using Engagement.Rendering;
using Engagement.Sending;
using Engagement.Ses.Customers;
using Engagement.Ses.Sending;
using Engagement.Times;
using SendReminders;

await FunctionHost.RunAsync<SQSEvent, SQSBatchResponse, LambdaJsonContext>(
    host =>
    {
        var zone = DeployedDefinitions.TrackingPlan.Read().Dates?.Zone ?? CustomerZone.Utc;
        var customers = DynamoDbCustomers.Open(host);
        var deliveries = DynamoDbDeliveries.Open(host);
        var messages = SesMessages.Open(host, new MessageRenderer(DeployedDefinitions.Templates.Read()));
        var endpoints = new EndpointSender(customers, deliveries, messages, SesPace.Open(host), host.Time, host.Log, host.Metrics);
        var shares = new ReminderShareSender(
            DeployedDefinitions.Reminders.Read(),
            DeployedDefinitions.Segments.Read(),
            zone,
            new DueDates(DynamoDbDateIndex.Open(host), zone),
            customers,
            SqsReminderQueue.Open(host),
            new PageSender(deliveries, endpoints, host.Log, host.Metrics),
            host.Time,
            host.Log,
            host.Metrics);
        return new SendRemindersHandler(shares).HandleAsync;
    },
    SendingRules.Reserve);
