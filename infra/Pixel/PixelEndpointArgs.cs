using Engagement.Definitions;
using Engagement.Infra.Configuration;
using Engagement.Infra.Platforms.Pinpoint;

namespace Engagement.Infra.Pixel;

/// <summary>What a <see cref="PixelEndpoint"/> is made of.</summary>
internal sealed record PixelEndpointArgs
{
    public required Settings Settings { get; init; }

    /// <summary>The application that the events are recorded in.</summary>
    public required DefinitionSet Definitions { get; init; }

    public required PinpointApp Pinpoint { get; init; }
}
