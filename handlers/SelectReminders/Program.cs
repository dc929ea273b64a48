using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Engagement.Aws;
using Engagement.Aws.Ledger;
using Engagement.Aws.Reminders;
using Engagement.Definitions;
using Engagement.Definitions.Reminders;
using Engagement.Telemetry;
using Engagement.Times;
using SelectReminders;
using SelectReminders.Selecting;

var settings = Settings.Read(Environment.GetEnvironmentVariable);
var definitions = Path.Combine(AppContext.BaseDirectory, "definitions");
var catalog = ReminderCatalog.Load(Path.Combine(definitions, "reminders.yaml"));
var zone = TrackingPlan.Load(Path.Combine(definitions, "events.yaml")).Dates?.Zone ?? CustomerZone.Utc;

var time = TimeProvider.System;
using var output = Console.OpenStandardOutput();
var lines = new JsonLineWriter(output);
var metrics = new MetricsWriter(lines, time, settings.Stack);

using var dynamoDb = DynamoDbLedger.NewClient();
var ledger = new DynamoDbReminderLedger(dynamoDb, settings.LedgerTable, time, new AwsCalls(time, metrics));
var handler = new SelectRemindersHandler(new Selector(catalog, zone, ledger, new LogWriter(lines), metrics), time, metrics);

using var bootstrap = LambdaBootstrapBuilder
    .Create<JsonElement, Dictionary<string, Selection>>(handler.HandleAsync, new SourceGeneratorLambdaJsonSerializer<LambdaJsonContext>())
    .Build();
await bootstrap.RunAsync();
