using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Engagement.Aws;
using Engagement.Aws.Ledger;
using Engagement.CompanyEvents;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Telemetry;
using PublishCompanyEvent;
using PublishCompanyEvent.EventBus;
using PublishCompanyEvent.Pinpoint;
using PublishCompanyEvent.Publishing;

var settings = Settings.Read(Environment.GetEnvironmentVariable);
var catalog = DeployedDefinitions.Read("announcements.json", DefinitionJson.Default.AnnouncementCatalog);

var time = TimeProvider.System;
using var output = new FunctionOutput(time, settings.Stack);
var (log, metrics) = output;
var calls = new AwsCalls(time, metrics);

using var dynamoDb = DynamoDbLedger.NewClient();
using var pinpoint = CompanyEndpoint.NewClient();
using var eventBridge = EventBridgeBus.NewClient();
var publisher = new EventPublisher(
    new DynamoDbLedger(dynamoDb, settings.LedgerTable, calls),
    new CompanyEndpoint(pinpoint, settings.PinpointApplicationId, calls),
    new EventBridgeBus(eventBridge, settings.EventBusName, calls),
    log,
    metrics);
var handler = new PublishCompanyEventHandler(new CompanyEventRules(catalog), publisher, time, log, metrics);

using var bootstrap = LambdaBootstrapBuilder
    .Create<JsonElement, GatewayAnswer?>(handler.HandleAsync, new SourceGeneratorLambdaJsonSerializer<LambdaJsonContext>())
    .Build();
await bootstrap.RunAsync();
