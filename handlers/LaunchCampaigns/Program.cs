using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Engagement.Aws;
using Engagement.Aws.Ledger;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Telemetry;
using LaunchCampaigns;
using LaunchCampaigns.Launching;
using LaunchCampaigns.Pinpoint;
using LaunchCampaigns.Queues;

var settings = Settings.Read(Environment.GetEnvironmentVariable);
var catalog = DeployedDefinitions.Read("announcements.json", DefinitionJson.Default.AnnouncementCatalog);

var time = TimeProvider.System;
using var output = new FunctionOutput(time, settings.Stack);
var (log, metrics) = output;
var calls = new AwsCalls(time, metrics);

using var dynamoDb = DynamoDbLedger.NewClient();
using var pinpoint = PinpointCampaigns.NewClient();
using var sqs = SqsRetryQueue.NewClient();
var ledger = new DynamoDbLedger(dynamoDb, settings.LedgerTable, calls);
var campaigns = new PinpointCampaigns(pinpoint, CampaignTarget.Of(settings), calls);
var launcher = new EventLauncher(ledger, new CampaignLauncher(ledger, campaigns, time, log, metrics), time, log, metrics);
var handler = new LaunchCampaignsHandler(catalog, launcher, new SqsRetryQueue(sqs, settings.RetryQueueUrl, calls), time, log, metrics);

using var bootstrap = LambdaBootstrapBuilder
    .Create<JsonElement, LaunchAnswer>(handler.HandleAsync, new SourceGeneratorLambdaJsonSerializer<LambdaJsonContext>())
    .Build();
await bootstrap.RunAsync();
