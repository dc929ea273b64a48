using System.Text.Json.Nodes;

namespace Engagement.Local.Plans.Comparison;

/// <summary>One property that is another than before.</summary>
/// <param name="Path">Its path, such as <c>inputs.policy.Statement[StoreRequest].Action</c>.</param>
/// <param name="Before">Value before; null where there was none.</param>
/// <param name="After">Value now; null where there is none.</param>
internal sealed record PropertyChange(string Path, JsonNode? Before, JsonNode? After);
