using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Engagement.Local.Resources;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>A text with <c>$context</c> variables in it: an access log format, or the body of a gateway response. Not Velocity.</summary>
internal sealed partial class ContextText
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "accountId", "apiId", "awsEndpointRequestId", "deploymentId", "domainName", "domainPrefix", "error.message", "error.messageString",
        "error.responseType", "error.validationErrorString", "extendedRequestId", "httpMethod", "identity.accountId", "identity.apiKey",
        "identity.caller", "identity.sourceIp", "identity.user", "identity.userAgent", "identity.userArn", "integration.error",
        "integration.integrationStatus", "integration.latency", "integration.requestId", "integration.status", "integrationErrorMessage",
        "integrationLatency", "integrationStatus", "path", "protocol", "requestId", "requestTime", "requestTimeEpoch", "resourceId",
        "resourcePath", "responseLatency", "responseLength", "stage", "status", "wafResponseCode", "webaclArn", "xrayTraceId");

    private readonly string text;

    private ContextText(string text) => this.text = text;

    /// <summary>Variables that the text uses, such as <c>requestId</c>.</summary>
    public IEnumerable<string> Variables => Variable().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>Reads the text.</summary>
    /// <exception cref="FormatException">It uses a variable that does not exist.</exception>
    public static ContextText Parse(string text)
    {
        var result = new ContextText(text);
        return result.Variables.FirstOrDefault(name => !Known.Contains(name)) is { } unknown
            ? throw new FormatException($"there is no variable $context.{unknown}")
            : result;
    }

    /// <summary>The text with the variables' values in it.</summary>
    /// <param name="variables">Values by name.</param>
    /// <param name="absent">What stands for a variable without value.</param>
    public string Render(IReadOnlyDictionary<string, string> variables, string absent) =>
        Variable().Replace(text, match => variables.TryGetValue(match.Groups[1].Value, out var value) && value.Length > 0 ? value : absent);

    [GeneratedRegex(@"\$context\.([A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
