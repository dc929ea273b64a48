using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Local.Tests.Pinpoint;

/// <summary>An HTTP answer with its JSON body.</summary>
internal sealed record Answer(AwsResponse Response)
{
    public int Status => Response.StatusCode;

    public JsonNode Body { get; } = Response.Body.IsEmpty ? new JsonObject() : JsonNode.Parse(Response.Body.Span)!;

    public string? Error => Response.Headers.TryGetValue("x-amzn-ErrorType", out var code) ? code : null;

    public string Text(string member) => (string)Body[member]!;
}
