using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.CompanyEvents.DryRuns;

/// <summary>What would be posted to the route.</summary>
/// <param name="Event">The announcement.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record DryRunBody(string Event, IReadOnlyDictionary<string, string> Attributes);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DryRunBody))]
internal sealed partial class DryRunJson : JsonSerializerContext;
