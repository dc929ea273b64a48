using Engagement.Definitions;
using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Engagement.Infra.Platforms;

namespace Engagement.Infra.Pixel;

/// <summary>What a <see cref="PixelEndpoint"/> is made of.</summary>
internal sealed record PixelEndpointArgs
{
    public required StackSettings Settings { get; init; }

    public required DefinitionSet Definitions { get; init; }

    public required FunctionDefaults Functions { get; init; }

    /// <summary>Records the events.</summary>
    public required IPlatform Platform { get; init; }
}
