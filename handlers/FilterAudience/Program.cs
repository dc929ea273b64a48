using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Engagement.Aws;
using Engagement.Aws.Ledger;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Telemetry;
using FilterAudience;
using FilterAudience.Filtering;
using FilterAudience.Pinpoint;
using FilterAudience.Queues;

var settings = Settings.Read(Environment.GetEnvironmentVariable);
var catalog = DeployedDefinitions.Read("announcements.json", DefinitionJson.Default.AnnouncementCatalog);

var time = TimeProvider.System;
using var output = new FunctionOutput(time, settings.Stack);
var (log, metrics) = output;
var calls = new AwsCalls(time, metrics);

using var dynamoDb = DynamoDbLedger.NewClient();
using var pinpoint = PinpointCampaignTags.NewClient();
using var sqs = SqsWriteQueue.NewClient();
var rules = new RuleCache(new PinpointCampaignTags(pinpoint, calls), new DynamoDbLedger(dynamoDb, settings.LedgerTable, calls), catalog);
var filter = new AudienceFilter(rules, new SqsWriteQueue(sqs, settings.WriteQueueUrl, calls), time, log, metrics);
var handler = new FilterAudienceHandler(filter, time, metrics);

using var bootstrap = LambdaBootstrapBuilder
    .Create<JsonElement, JsonObject>(handler.HandleAsync, new SourceGeneratorLambdaJsonSerializer<LambdaJsonContext>())
    .Build();
await bootstrap.RunAsync();
