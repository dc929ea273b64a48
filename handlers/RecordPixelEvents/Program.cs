using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Pixel;
using Engagement.Telemetry;
using RecordPixelEvents;
using RecordPixelEvents.Pinpoint;
using RecordPixelEvents.Recording;
using RecordPixelEvents.Secrets;

var settings = Settings.Read(Environment.GetEnvironmentVariable);
var plan = DeployedDefinitions.Read("events.json", DefinitionJson.Default.TrackingPlan);
plan = plan with { AcceptUnknownEvents = settings.AcceptUnknownEvents ?? plan.AcceptUnknownEvents };

var time = TimeProvider.System;
using var output = new FunctionOutput(time, settings.Stack);
var (log, metrics) = output;

using var pinpoint = PinpointEventSink.NewClient();
using var secrets = SecretsManagerSigningSecret.NewClient();
var sink = new PinpointEventSink(pinpoint, settings.PinpointApplicationId);
var keys = new SigningKeyCache(new SecretsManagerSigningSecret(secrets, settings.SigningSecretArn), time, log, metrics);
var recorder = new PixelRecorder(new PixelJudge(new PixelRules(plan, settings.MaximumValidity), keys), new EventDispatcher(sink, plan, time, log, metrics), log, metrics);
var handler = new RecordPixelEventsHandler(recorder, time);

using var bootstrap = LambdaBootstrapBuilder
    .Create<SQSEvent, SQSBatchResponse>(
        handler.HandleAsync,
        new SourceGeneratorLambdaJsonSerializer<LambdaJsonContext>(options => options.Converters.Add(new TextOrNullConverter())))
    .Build();
await bootstrap.RunAsync();
