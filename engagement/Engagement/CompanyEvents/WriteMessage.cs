using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.CompanyEvents;

/// <summary>
/// A message of the queue between the audience filter and the function that writes user attributes:
/// <c>{"endpointId":"…","at":"2026-01-31T10:00:00+00:00","userAttributes":{"last_release":["4.2"]}}</c>.
/// </summary>
public sealed record WriteMessage
{
    /// <summary>The endpoint, by whose user the attributes are known.</summary>
    [JsonPropertyName("endpointId")]
    public required string EndpointId { get; init; }

    /// <summary>When the event came that sets the attributes.</summary>
    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    /// <summary>Values by name; they replace what is there.</summary>
    [JsonPropertyName("userAttributes")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes { get; init; }

    /// <summary>Null when the text is no such message.</summary>
    public static WriteMessage? Parse(string? text)
    {
        if (text is null || !TextRule.IsUnicode(text))
        {
            return null;
        }

        try
        {
            var read = JsonSerializer.Deserialize(text, CompanyEventJson.Default.WriteMessage);
            return read is { EndpointId.Length: > 0 and <= Limits.IdLength, UserAttributes.Count: > 0 } message
                && message.UserAttributes.All(attribute => NameRule.Objection(attribute.Key) is null && attribute.Value?.All(IsFit) == true)
                ? message
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // An empty one removes the attribute's value.
    private static bool IsFit(string? value) => value is not null && TextRule.Objection(value) is null;

    /// <summary>The message's body.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CompanyEventJson.Default.WriteMessage);
}
