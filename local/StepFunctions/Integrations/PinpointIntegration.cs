using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.StepFunctions.Data;

namespace Engagement.Local.StepFunctions.Integrations;

/// <summary>
/// The operations of Pinpoint that Tasks call. Its protocol is REST. Some parameters stand in the path or the query, and one is the body.
/// The answer's body is one member of the result. Step Functions writes every member with a capital, where Pinpoint's own JSON has
/// <c>tags</c>.
/// </summary>
internal static partial class PinpointIntegration
{
    private static readonly Dictionary<string, Binding> Bindings = new(StringComparer.Ordinal)
    {
        ["createCampaign"] = new("POST", "/v1/apps/{ApplicationId}/campaigns", "WriteCampaignRequest", "CampaignResponse"),
        ["getCampaign"] = new("GET", "/v1/apps/{ApplicationId}/campaigns/{CampaignId}", null, "CampaignResponse"),
        ["getCampaigns"] = new("GET", "/v1/apps/{ApplicationId}/campaigns", null, "CampaignsResponse", "PageSize:page-size", "Token:token"),
    };

    /// <summary>The operation of that name, or null.</summary>
    public static ServiceIntegration? Find(string operation) => Bindings.TryGetValue(operation, out var binding)
        ? new()
        {
            SigningName = "mobiletargeting",
            ErrorPrefix = "Pinpoint",
            Request = (parameters, caller) => Request(binding, parameters, caller),
            Result = response => Result(binding, response),
        }
        : null;

    private static AwsRequest Request(Binding binding, JsonObject parameters, Principal caller)
    {
        var inPath = PathParameter().Matches(binding.Path).Select(match => match.Groups["name"].Value).ToList();
        var inQuery = binding.Query.Select(pair => pair.Split(':')).Where(pair => parameters[pair[0]] is not null).ToList();
        string[] known = [.. inPath, .. binding.Query.Select(pair => pair.Split(':')[0]), binding.Body ?? ""];
        if (parameters.Select(parameter => parameter.Key).Except(known).FirstOrDefault() is { } unknown)
        {
            throw StateError.Runtime($"The field \"{unknown}\" is not supported by Step Functions");
        }

        return new()
        {
            Method = binding.Method,
            Path =
                PathParameter().Replace(
                    binding.Path, match => Uri.EscapeDataString(Required(parameters, match.Groups["name"].Value).ToString())),
            Query = string.Join('&', inQuery.Select(pair => $"{pair[1]}={Uri.EscapeDataString(parameters[pair[0]]!.ToString())}")),
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" },
            Body = binding.Body is null
                ? default
                : Encoding.UTF8.GetBytes(Renamed(Required(parameters, binding.Body), "Tags", "tags")!.ToJsonString(AwsJson.Plain)),
            Caller = caller,
        };
    }

    private static JsonObject Result(Binding binding, AwsResponse response)
    {
        var answer = Renamed(WireJson.Parse(response.Body.Span), "tags", "Tags");
        if (answer?["Item"] is JsonArray items)
        {
            answer["Item"] = new JsonArray([.. items.Select(item => Renamed(item, "tags", "Tags"))]);
        }

        return new JsonObject { [binding.Result] = answer };
    }

    private static JsonNode Required(JsonObject parameters, string name) =>
        parameters[name] ?? throw StateError.Runtime($"The parameter {name} is missing.");

    private static JsonNode? Renamed(JsonNode? node, string from, string to)
    {
        var renamed = node?.DeepClone();
        if (renamed is JsonObject json && json.Remove(from, out var value))
        {
            json[to] = value;
        }

        return renamed;
    }

    /// <param name="Method">HTTP method.</param>
    /// <param name="Path">With parameters in braces.</param>
    /// <param name="Body">Parameter that is the body, or null.</param>
    /// <param name="Result">Member of the result that is the answer's body.</param>
    /// <param name="Query">Parameters in the query, each with its name there.</param>
    private sealed record Binding(string Method, string Path, string? Body, string Result, params string[] Query);

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PathParameter();
}
