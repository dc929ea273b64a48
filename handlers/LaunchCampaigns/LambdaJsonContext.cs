using System.Text.Json;
using System.Text.Json.Serialization;
using LaunchCampaigns.Queues;

namespace LaunchCampaigns;

/// <summary>JSON of what Lambda hands in and takes back, and of what goes to the queue, generated at build time: native AOT has no reflection to do it with.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(LaunchAnswer))]
[JsonSerializable(typeof(RetryMessage))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class LambdaJsonContext : JsonSerializerContext;
