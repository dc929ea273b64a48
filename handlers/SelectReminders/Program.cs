using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Engagement.Aws;
using Engagement.Aws.Ledger;
using Engagement.Aws.Reminders;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Telemetry;
using Engagement.Times;
using SelectReminders;
using SelectReminders.Selecting;

var settings = Settings.Read(Environment.GetEnvironmentVariable);
var catalog = DeployedDefinitions.Read("reminders.json", DefinitionJson.Default.ReminderCatalog);
var zone = DeployedDefinitions.Read("events.json", DefinitionJson.Default.TrackingPlan).Dates?.Zone ?? CustomerZone.Utc;

var time = TimeProvider.System;
using var output = new FunctionOutput(time, settings.Stack);
var (log, metrics) = output;

using var dynamoDb = DynamoDbLedger.NewClient();
var ledger = new DynamoDbReminderLedger(dynamoDb, settings.LedgerTable, time, new AwsCalls(time, metrics));
var handler = new SelectRemindersHandler(new Selector(catalog, zone, ledger, log, metrics), time, metrics);

using var bootstrap = LambdaBootstrapBuilder
    .Create<JsonElement, Dictionary<string, Selection>>(handler.HandleAsync, new SourceGeneratorLambdaJsonSerializer<LambdaJsonContext>())
    .Build();
await bootstrap.RunAsync();
