using Engagement.Definitions;
using Engagement.Infra.Configuration;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;

namespace Engagement.Infra.Platforms;

/// <summary>What a platform is declared from, beside settings of its own.</summary>
internal sealed record PlatformArgs
{
    public required StackSettings Settings { get; init; }

    public required DefinitionSet Definitions { get; init; }

    /// <summary>What journeys know.</summary>
    public required JourneyStore Journeys { get; init; }

    public required FunctionDefaults Functions { get; init; }
}
