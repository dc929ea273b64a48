using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Engagement.Provisioning;
using Engagement.Telemetry;
using ProvisionPinpoint;
using ProvisionPinpoint.Pinpoint;
using ProvisionPinpoint.Provisioning;

var settings = Settings.Read(Environment.GetEnvironmentVariable);

var time = TimeProvider.System;
using var output = new FunctionOutput(time, settings.Stack);

using var client = PinpointApplication.NewClient();
var application = new PinpointApplication(client, settings.PinpointApplicationArn, settings.Stack);
var provisioner = new Provisioner(
    application.Id,
    new EndpointProvisioner(new PinpointEndpoints(application)),
    new SegmentProvisioner(new PinpointSegments(application)),
    new JourneyProvisioner(new PinpointJourneys(application), time, output.Log),
    new CampaignProvisioner(new PinpointCampaigns(application), output.Log));
var handler = new ProvisionPinpointHandler(provisioner, time);

using var bootstrap = LambdaBootstrapBuilder
    .Create<ResourceDeclaration, ProvisionedResource>(handler.HandleAsync, new SourceGeneratorLambdaJsonSerializer<ProvisioningJson>())
    .Build();
await bootstrap.RunAsync();
