using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Journeys;

/// <summary>A message of the journeys' queue: customers who are due, such as <c>{"endpoints":["e-1","e-2"]}</c>.</summary>
public sealed record CustomersToMove
{
    /// <summary>Most customers of a message: a function moves them on within its time, at any pace of sending.</summary>
    public const int Most = 10;

    /// <summary>The endpoints, at most <see cref="Most"/>.</summary>
    [JsonPropertyName("endpoints")]
    public required IReadOnlyList<string> Endpoints { get; init; }

    /// <summary>Null when the text is no such message.</summary>
    public static CustomersToMove? Parse(string? text)
    {
        try
        {
            return text is not null
                && JsonSerializer.Deserialize(text, CustomersToMoveJson.Default.CustomersToMove) is { Endpoints.Count: <= Most } message
                && message.Endpoints.All(each => each is { Length: > 0 })
                    ? message
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The message's body.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CustomersToMoveJson.Default.CustomersToMove);
}
