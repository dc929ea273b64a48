using System.Text.Json.Serialization;

namespace LaunchCampaigns.Queues;

/// <summary>A message of the retry queue: <c>{"announcement":"feature_release"}</c>.</summary>
internal sealed record RetryMessage([property: JsonPropertyName("announcement")] string Announcement);
