using System.Collections.Immutable;
using Engagement.Definitions;
using Engagement.Infra.Configuration;
using Engagement.Infra.Gtm;
using Engagement.Infra.Pinpoint;
using Engagement.Infra.Pixel;
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

        PixelUrl = pixel.Api.Url;
        GtmImageUrls = pixel.Api.Url.Apply(url => ImageUrls.Of(url, definitions.TrackingPlan));
        PinpointApplicationId = pinpoint.App.ApplicationId;
        DeadLetterQueues = Output.All(pixel.Queue.DeadLetterQueue.Url);
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
