using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Engagement.Aws;
using Engagement.Functions;
using Engagement.Telemetry;
using WriteUserAttributes;
using WriteUserAttributes.Pinpoint;
using WriteUserAttributes.Writing;

var settings = Settings.Read(Environment.GetEnvironmentVariable);

var time = TimeProvider.System;
using var output = new FunctionOutput(time, settings.Stack);
var (log, metrics) = output;

using var pinpoint = PinpointEndpoints.NewClient();
var endpoints = new PinpointEndpoints(pinpoint, settings.PinpointApplicationId, new AwsCalls(time, metrics));
var handler = new WriteUserAttributesHandler(new AttributeWriter(endpoints, log, metrics), time, metrics);

using var bootstrap = LambdaBootstrapBuilder
    .Create<SQSEvent, SQSBatchResponse>(
        handler.HandleAsync,
        new SourceGeneratorLambdaJsonSerializer<LambdaJsonContext>(options => options.Converters.Add(new TextOrNullConverter())))
    .Build();
await bootstrap.RunAsync();
