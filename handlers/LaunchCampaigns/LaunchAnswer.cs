using System.Text.Json.Serialization;

namespace LaunchCampaigns;

/// <summary>What the function answers: an empty object to a journey and to the schedule, the messages that go back to the queue.</summary>
internal sealed record LaunchAnswer
{
    /// <summary>The answer to a caller that awaits none.</summary>
    public static LaunchAnswer Empty { get; } = new();

    /// <summary>To the queue alone: the messages that go back to it.</summary>
    [JsonPropertyName("batchItemFailures")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReturnedMessage>? Returned { get; init; }

    /// <summary>A message that goes back.</summary>
    /// <param name="Id">What the queue calls it.</param>
    internal sealed record ReturnedMessage([property: JsonPropertyName("itemIdentifier")] string Id);
}
