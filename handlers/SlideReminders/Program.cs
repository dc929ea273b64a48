using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Engagement.Aws;
using Engagement.Aws.Ledger;
using Engagement.Aws.Reminders;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Telemetry;
using SlideReminders;
using SlideReminders.Pinpoint;
using SlideReminders.Sliding;

var settings = Settings.Read(Environment.GetEnvironmentVariable);
var catalog = DeployedDefinitions.Read("reminders.json", DefinitionJson.Default.ReminderCatalog);

var time = TimeProvider.System;
using var output = new FunctionOutput(time, settings.Stack);
var (log, metrics) = output;
var calls = new AwsCalls(time, metrics);

using var dynamoDb = DynamoDbLedger.NewClient();
using var pinpoint = PinpointSegments.NewClient();
var slider = new Slider(
    catalog,
    new DynamoDbReminderLedger(dynamoDb, settings.LedgerTable, time, calls),
    new PinpointSegments(pinpoint, settings.PinpointApplicationId, settings.Segments, calls),
    log,
    metrics);
var handler = new SlideRemindersHandler(slider, time, metrics);

using var bootstrap = LambdaBootstrapBuilder
    .Create<ScheduledEvent, SlideAnswer>(handler.HandleAsync, new SourceGeneratorLambdaJsonSerializer<LambdaJsonContext>())
    .Build();
await bootstrap.RunAsync();
