using System.Text;
using System.Text.Json;

namespace Handlers.Tests.AwsSdk;

/// <summary>An HTTP request as it arrived.</summary>
/// <param name="Target">Path and query string, still percent-encoded.</param>
/// <param name="Headers">By name in lower case.</param>
internal sealed record RecordedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Path => Target.Split('?')[0];

    public string Query =>
        Target.Contains('?', StringComparison.Ordinal) ? Target[(Target.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Body);
}
