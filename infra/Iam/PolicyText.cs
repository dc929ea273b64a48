using System.Text.Json.Serialization;

namespace Engagement.Infra.Iam;

/// <summary>A policy as AWS reads it.</summary>
internal sealed record PolicyText(string Version, IReadOnlyList<StatementText> Statement);

/// <summary>One statement of it.</summary>
internal sealed record StatementText
{
    public required string Sid { get; init; }

    public required string Effect { get; init; }

    public PrincipalText? Principal { get; init; }

    public required IReadOnlyList<string> Action { get; init; }

    public IReadOnlyList<string>? Resource { get; init; }

    public OrderedDictionary<string, OrderedDictionary<string, string>>? Condition { get; init; }
}

/// <summary>The caller that a statement is about: a service, or an identity.</summary>
internal sealed record PrincipalText
{
    public string? Service { get; init; }

    [JsonPropertyName("AWS")]
    public string? Identity { get; init; }
}

/// <summary>Writes policies.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PolicyText))]
internal sealed partial class PolicyTextJson : JsonSerializerContext;
