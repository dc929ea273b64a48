using System.Text.Json.Serialization;

namespace Engagement.Functions;

/// <summary>JSON in functions' environment variables.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class EnvironmentJson : JsonSerializerContext;
