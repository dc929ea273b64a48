using System.Text.Json.Serialization;

namespace Engagement.Infra.CompanyEvents;

/// <summary>Which events of a bus a rule takes, as EventBridge reads it.</summary>
/// <param name="Source">Matches the events' sources; one of them suffices.</param>
internal sealed record RulePattern(IReadOnlyList<PrefixMatch> Source)
{
    /// <summary>Every event has a source.</summary>
    public static RulePattern Everything { get; } = new([new("")]);
}

/// <summary>Matches texts that begin with this one.</summary>
internal sealed record PrefixMatch(string Prefix);

/// <summary>Writes a pattern.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RulePattern))]
internal sealed partial class RulePatternJson : JsonSerializerContext;
