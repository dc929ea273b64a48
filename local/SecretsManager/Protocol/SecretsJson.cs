using System.Text.Json.Serialization;

namespace Engagement.Local.SecretsManager.Protocol;

/// <summary>The shapes of Secrets Manager as JSON; members that are null are left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SecretsRequest))]
[JsonSerializable(typeof(SecretsAnswer))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class SecretsJson : JsonSerializerContext;
