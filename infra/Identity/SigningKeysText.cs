using System.Text.Json.Serialization;

namespace Engagement.Infra.Identity;

/// <summary>The secret's text, as the function reads it.</summary>
/// <param name="Current">The key that signatures are made with.</param>
/// <param name="Previous">The key before it; null outside a rotation.</param>
internal sealed record SigningKeysText(string Current, string? Previous);

/// <summary>Writes it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SigningKeysText))]
internal sealed partial class SigningKeysJson : JsonSerializerContext;
