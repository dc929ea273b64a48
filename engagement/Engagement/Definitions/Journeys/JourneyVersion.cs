using System.Security.Cryptography;
using System.Text.Json;

namespace Engagement.Definitions.Journeys;

/// <summary>
/// A journey as it was when customers entered. They go through it as it was, whatever a deployment changes. What templates say, who belongs
/// to a segment, a topic's kind and the limits are always those of today.
/// </summary>
public sealed record JourneyVersion
{
    private const int IdBytes = 6;

    private JourneyVersion(Journey journey, string text, string id) => (Journey, Text, Id) = (journey, text, id);

    /// <summary>The journey, without what is no part of a version: its description, and whether it is closed.</summary>
    public Journey Journey { get; }

    /// <summary>The canonical text: JSON on one line.</summary>
    public string Text { get; }

    /// <summary>
    /// 12 hexadecimal digits of the canonical text's SHA-256. Journeys that mean the same have the same, so that a rollback makes the old
    /// version the current one.
    /// </summary>
    public string Id { get; }

    /// <summary>The version that a journey of the definitions is.</summary>
    public static JourneyVersion From(Journey journey)
    {
        var canonical = journey with { Description = null, Closed = false };
        var text = JsonSerializer.SerializeToUtf8Bytes(canonical, JourneysJson.Default.Journey);
        return new(canonical, System.Text.Encoding.UTF8.GetString(text), Convert.ToHexStringLower(SHA256.HashData(text)[..IdBytes]));
    }

    /// <summary>Reads a canonical text, under the id that it was stored by: a newer program may write it in another way.</summary>
    /// <exception cref="JsonException">The text is no journey.</exception>
    public static JourneyVersion Parse(string id, string text) =>
        new(JsonSerializer.Deserialize(text, JourneysJson.Default.Journey) ?? throw new JsonException("It holds null."), text, id);
}
