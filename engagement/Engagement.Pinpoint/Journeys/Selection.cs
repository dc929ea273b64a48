using System.Text.Json.Serialization;
using Engagement.Provisioning;

namespace SelectReminders.Selecting;

/// <summary>What a journey's split is told of an endpoint.</summary>
internal sealed record Selection
{
    /// <summary>The endpoint gets the message.</summary>
    public static Selection Chosen { get; } = new() { EventAttributes = new Dictionary<string, string> { [JourneyDeclaration.SendAttribute] = JourneyDeclaration.SendValue } };

    /// <summary>At most five.</summary>
    [JsonPropertyName("EventAttributes")]
    public required IReadOnlyDictionary<string, string> EventAttributes { get; init; }
}
