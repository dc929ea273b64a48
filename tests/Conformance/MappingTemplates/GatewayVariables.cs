using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Local.ApiGateway.MappingTemplates;
using Engagement.Local.ApiGateway.MappingTemplates.Variables;

namespace Conformance.Tests.MappingTemplates;

/// <summary>What a template of API Gateway sees of a request.</summary>
/// <param name="Query">Its query parameters.</param>
/// <param name="Header">Its headers.</param>
/// <param name="Missing">What an earlier template noted as missing, if one did.</param>
/// <param name="Unfit">What it noted as unfit.</param>
/// <param name="Body">Its body.</param>
internal sealed record GatewayVariables(
    [property: JsonPropertyName("querystring")] IReadOnlyDictionary<string, string> Query,
    [property: JsonPropertyName("header")] IReadOnlyDictionary<string, string> Header,
    [property: JsonIgnore] string Missing = "",
    [property: JsonIgnore] string Unfit = "",
    [property: JsonPropertyName("body")] string Body = "")
{
    /// <summary><c>$context</c> before the template runs.</summary>
    [JsonPropertyName("context")]
    public JsonElement Context { get; } = JsonSerializer.SerializeToElement(new
    {
        requestId = "2f1c0f3a-0000-4000-8000-0242ac120002",
        requestTimeEpoch = 1_764_579_600_000,
        identity = new { userAgent = Header.GetValueOrDefault("User-Agent", "") },
        requestOverride = new { path = new { missing = Missing, unfit = Unfit } },
        responseOverride = new { header = new { } },
    });

    /// <summary>What the local cloud's evaluator makes of a template.</summary>
    public (string Text, object? Context) Evaluate(string template)
    {
        var context = Engines.Value(Context);
        var text = MappingTemplate.Parse(template).Evaluate(new Dictionary<string, object?>
        {
            ["context"] = context,
            ["input"] = new InputVariable([], new(Query), new(Header), Body),
            ["util"] = new UtilVariable(),
        });
        return (text, context);
    }
}
