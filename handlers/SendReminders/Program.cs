using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.Aws.Queues;
using Engagement.Aws.Secrets;
using Engagement.Definitions;
using Engagement.Identity;
using Engagement.Reminders.Shares;
using Engagement.Rendering;
using Engagement.Sending;
using Engagement.Ses.Customers;
using Engagement.Ses.Sending;
using SendReminders;

await FunctionHost.RunAsync<SQSEvent, SQSBatchResponse, LambdaJsonContext>(
    host =>
    {
        var zone = DeployedDefinitions.TrackingPlan.Read().Zone;
        var templates = DeployedDefinitions.Templates.Read();
        var topics = DeployedDefinitions.Topics.Read();
        var keys = new SigningKeyCache(SecretsManagerSigningSecret.Open(host), host.Time, host.Log, host.Metrics);
        var customers = DynamoDbCustomers.Open(host);
        var shares = new ReminderShareSender(
            DeployedDefinitions.Reminders.Read(),
            DeployedDefinitions.Segments.Read(),
            templates,
            topics,
            zone,
            new DueDates(DynamoDbDateIndex.Open(host), zone),
            customers,
            SqsReminderQueue.Open(host),
            SesPages.Open(host, customers, new MessageRenderer(templates), keys, topics),
            host.Time,
            host.Log,
            host.Metrics);
        return new SendRemindersHandler(shares).HandleAsync;
    },
    SendingRules.Reserve);
