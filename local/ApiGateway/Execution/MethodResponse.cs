using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.ApiGateway.Errors;
using Engagement.Local.ApiGateway.MappingTemplates;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;
using Engagement.Local.Aws;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>Makes the answer to the caller of what the integration answered.</summary>
internal static class MethodResponse
{
    /// <summary>Headers that API Gateway renames rather than hand out; recorded in localstack's snapshots.</summary>
    private static readonly ImmutableHashSet<string> Remapped = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Authorization", "Connection", "Content-Length", "Content-MD5", "Date", "Expect", "Host", "Max-Forwards", "Proxy-Authenticate",
        "Server",
        "Trailer", "Upgrade", "User-Agent", "WWW-Authenticate");

    /// <summary>The answer.</summary>
    /// <exception cref="GatewayErrorException">No integration response fits, or its template failed.</exception>
    public static StageResponse Make(Invocation invocation, Integration integration, AwsResponse answer)
    {
        var response = Select(integration, answer.StatusCode);
        var body = Body(invocation, response, answer);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
        foreach (var (name, value) in ParameterMapping.Resolve(response.Headers, invocation, AnswerHeaders(answer)))
        {
            headers[Remapped.Contains(name) ? $"x-amzn-Remapped-{name}" : name] = value;
        }

        foreach (var (name, value) in invocation.ResponseOverride["header"] as VelocityMap ?? [])
        {
            headers[TemplateValues.Text(name)] = TemplateValues.Text(value);
        }

        return new(StatusOverride(invocation) ?? response.StatusCode, headers, body);
    }

    private static IntegrationResponse Select(Integration integration, int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        return integration.Responses.FirstOrDefault(response => response.Selection?.IsMatch(text) == true)
            ?? integration.Responses.FirstOrDefault(response => response.Selection is null)
            ?? throw new GatewayErrorException(
                GatewayError.Configuration,
                "Execution failed due to configuration error: no match for output mapping and no default output mapping configured, "
                    + $"endpoint response status code: {text}");
    }

    private static ReadOnlyMemory<byte> Body(Invocation invocation, IntegrationResponse response, AwsResponse answer)
    {
        var template = TemplateFor(invocation.Request, response);
        if (!response.ConvertsToBinary)
        {
            return template is null ? answer.Body : Encoding.UTF8.GetBytes(IntegrationRequest.Rendered(template, invocation));
        }

        try
        {
            return template is null
                ? Convert.FromBase64String(Encoding.UTF8.GetString(answer.Body.Span))
                : throw new GatewayErrorException(
                    GatewayError.Configuration,
                    "Execution failed due to configuration error: CONVERT_TO_BINARY leaves the mapping template no text");
        }
        catch (FormatException)
        {
            throw new GatewayErrorException(
                GatewayError.Configuration, "Execution failed due to configuration error: unable to base64 decode the body");
        }
    }

    /// <summary>
    /// The template for what the caller accepts, where it names a type alone; otherwise that for JSON; otherwise the first.
    /// </summary>
    private static MappingTemplate? TemplateFor(StageRequest request, IntegrationResponse response) =>
        response.Templates.GetValueOrDefault(request.Header("Accept") ?? "application/json")
        ?? response.Templates.GetValueOrDefault("application/json")
        ?? response.Templates.Values.FirstOrDefault();

    private static Dictionary<string, string> AnswerHeaders(AwsResponse answer) => new(answer.Headers, StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = answer.ContentType,
    };

    /// <summary>API Gateway ignores a status that is no number from 100 to 599.</summary>
    private static int? StatusOverride(Invocation invocation) =>
        invocation.ResponseOverride.GetValueOrDefault("status") is long status && status >= 100 && status < 600 ? (int)status : null;
}
