using System.Text.Json.Serialization;
using Engagement.Infra.Configuration;
using Pulumi;

namespace Engagement.Infra.Identity;

/// <summary>The secret's text, as the function reads it.</summary>
/// <param name="Current">The key that signatures are made with.</param>
/// <param name="Previous">The key before it; null outside a rotation.</param>
/// <param name="Older">Keys before that, which are accepted still; null where there are none.</param>
internal sealed record SigningKeysText(string Current, string? Previous, IReadOnlyList<string>? Older = null)
{
    /// <summary>
    /// The keys of identities. Two at a time are valid, so that the site's back end and this stack need not change over in the same second.
    /// </summary>
    public static Output<SigningKeysText> From(IdentitySettings settings) =>
        Output.Tuple(settings.SigningKey, settings.PreviousSigningKey?.Apply(key => (string?)key) ?? Output.Create((string?)null))
            .Apply(keys => new SigningKeysText(keys.Item1, keys.Item2));
}

/// <summary>Writes it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SigningKeysText))]
internal sealed partial class SigningKeysJson : JsonSerializerContext;
