using System.Collections.Immutable;
using Engagement.Definitions;
using Engagement.Infra.CompanyEvents;
using Engagement.Infra.Configuration;
using Engagement.Infra.Gtm;
using Engagement.Infra.Pinpoint;
using Engagement.Infra.Pixel;
using Engagement.Infra.Provisioning;
using Pulumi;

namespace Engagement.Infra;

/// <summary>One environment: everything between a website's tag manager, the company's own events, and Amazon Pinpoint.</summary>
public sealed class EngagementStack : Stack
{
    /// <summary>Declares the environment that the running stack's configuration describes.</summary>
    /// <exception cref="ConfigurationException">The configuration or a definition is wrong.</exception>
    public EngagementStack()
    {
        var settings = Settings.Read();
        var definitions = DefinitionsIn(settings.DefinitionsDirectory);

        var pinpoint = new PinpointApp("engagement", settings.Email);
        var pixel = new PixelEndpoint("pixel", new() { Settings = settings, Pinpoint = pinpoint });
        var provisioner = new PinpointProvisioner("provision-pinpoint", settings, pinpoint);
        var audience = new Audience("audience", definitions, provisioner);
        var companyEvents = new CompanyEvents.CompanyEvents("company-events", new()
        {
            Settings = settings,
            Definitions = definitions,
            Pinpoint = pinpoint,
            Provisioner = provisioner,
            Audience = audience,
        });

        PixelUrl = pixel.Api.Url;
        GtmImageUrls = pixel.Api.Url.Apply(url => ImageUrls.Of(url, definitions.TrackingPlan));
        PinpointApplicationId = pinpoint.App.ApplicationId;
        CompanyEventBus = companyEvents.Publisher.Bus.Bus.Name;
        DeadLetterQueues = Output.All(
            pixel.Queue.DeadLetterQueue.Url,
            companyEvents.Publisher.Bus.Undelivered.Url,
            companyEvents.Publisher.Failed.Queue.Url,
            companyEvents.Launcher.Retries.DeadLetterQueue.Url,
            companyEvents.Filter.Attributes.DeadLetterQueue.Url);
    }

    /// <summary>Where image tags point, without their query.</summary>
    [Output("pixelUrl")]
    public Output<string> PixelUrl { get; private set; }

    /// <summary>For each event of the tracking plan, the URL to paste in a Custom Image tag, with GTM variables for its values.</summary>
    [Output("gtmImageUrls")]
    public Output<ImmutableDictionary<string, string>> GtmImageUrls { get; private set; }

    /// <summary>The application that events are recorded in.</summary>
    [Output("pinpointApplicationId")]
    public Output<string> PinpointApplicationId { get; private set; }

    /// <summary>Name of the bus that company events are put on.</summary>
    [Output("companyEventBus")]
    public Output<string> CompanyEventBus { get; private set; }

    /// <summary>URLs of the queues that hold what could not be delivered.</summary>
    [Output("deadLetterQueues")]
    public Output<ImmutableArray<string>> DeadLetterQueues { get; private set; }

    private static DefinitionSet DefinitionsIn(string directory)
    {
        try
        {
            return DefinitionSet.Load(directory);
        }
        catch (DefinitionException e)
        {
            throw new ConfigurationException(e.Message);
        }
    }
}
