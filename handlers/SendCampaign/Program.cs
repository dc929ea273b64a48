using Amazon.Lambda.SQSEvents;
using Engagement.Aws.Functions;
using Engagement.Aws.Journeys;
using Engagement.Aws.Ledger;
using Engagement.Aws.Queues;
using Engagement.Aws.Secrets;
using Engagement.CompanyEvents.Audiences;
using Engagement.CompanyEvents.Runs;
using Engagement.Definitions;
using Engagement.Identity;
using Engagement.Journeys;
using Engagement.Rendering;
using Engagement.Sending;
using Engagement.Ses.Campaigns;
using Engagement.Ses.Customers;
using Engagement.Ses.Sending;
using SendCampaign;

await FunctionHost.RunAsync<SQSEvent, SQSBatchResponse, LambdaJsonContext>(
    host =>
    {
        var catalog = DeployedDefinitions.Announcements.Read();
        var templates = DeployedDefinitions.Templates.Read();
        var topics = DeployedDefinitions.Topics.Read();
        var audiences = new RunAudiences(
            catalog,
            DeployedDefinitions.Segments.Read(),
            templates,
            topics,
            new AudienceRules(DynamoDbLedger.Open(host), catalog),
            DeployedDefinitions.TrackingPlan.Read().Zone);
        var keys = new SigningKeyCache(SecretsManagerSigningSecret.Open(host), host.Time, host.Log, host.Metrics);
        var limit = DeployedDefinitions.Journeys.Read().Limit is { } most
            ? new ContactLimit(most, DynamoDbCustomerJourneys.Open(host))
            : null;
        var customers = DynamoDbCustomers.Open(host);
        var shares = new ShareSender(
            DynamoDbCampaignRuns.Open(host),
            SqsShareQueue.Open(host),
            audiences,
            new ShareReader(customers),
            SesPages.Open(host, customers, new MessageRenderer(templates), keys, topics, limit),
            host.Log,
            host.Metrics);
        return new SendCampaignHandler(shares).HandleAsync;
    },
    SendingRules.Reserve);
