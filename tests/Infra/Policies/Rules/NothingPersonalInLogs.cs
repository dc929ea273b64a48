using System.Text.RegularExpressions;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>
/// Access logs hold what an operator needs and nothing of the visitor; execution logs, which hold whole requests, are off, and so are the
/// firewall's samples.
/// </summary>
internal sealed partial class NothingPersonalInLogs : IPolicyRule
{
    // Those that say what the service did, and the role that signed a request, which only a route with AWS_IAM knows. All others say
    // something of who asked, or what.
    private static readonly HashSet<string> Impersonal = new(StringComparer.Ordinal)
    {
        "$context.requestId", "$context.requestTimeEpoch", "$context.requestTime", "$context.httpMethod", "$context.resourcePath", "$context.status", "$context.responseLatency",
        "$context.responseLength", "$context.integration.status", "$context.integration.latency", "$context.integrationStatus", "$context.integrationLatency",
        "$context.error.responseType", "$context.stage", "$context.apiId", "$context.identity.userArn", "$context.authorize.status", "$context.authorize.error", "$context.authenticate.status",
    };

    public IEnumerable<string> Violations(DeclaredGraph graph) =>
    [
        .. from stage in graph.Of("aws:apigateway/stage:Stage")
           where stage.Inputs.ContainsKey("accessLogSettings")
           from Match variable in Variable().Matches((string)stage.Block("accessLogSettings")["format"])
           where !Impersonal.Contains(variable.Value)
           select $"{stage.Name} writes {variable.Value} to its access log",
        .. from settings in graph.Of("aws:apigateway/methodSettings:MethodSettings")
           where WritesRequests(settings)
           select $"{settings.Name} writes whole requests to a log",
        .. from acl in graph.Of("aws:wafv2/webAcl:WebAcl")
           where DeclaredGraph.Json(acl).GetRawText().Contains("\"sampledRequestsEnabled\":true", StringComparison.Ordinal)
           select $"{acl.Name} keeps samples of requests",
    ];

    private static bool WritesRequests(Registered settings)
    {
        var values = settings.Block("settings");
        return (string?)values.GetValueOrDefault("loggingLevel") is not (null or "OFF")
            || values.GetValueOrDefault("dataTraceEnabled") is true;
    }

    [GeneratedRegex(@"\$[a-zA-Z][a-zA-Z.]*[a-zA-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
