using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.ApiGateway.Errors;
using Engagement.Local.ApiGateway.MappingTemplates;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>What a method's integration is asked: the caller's request after template, mappings and overrides.</summary>
internal sealed record IntegrationRequest(
    string Body, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Path)
{
    /// <summary>Headers that an AWS integration may not set; recorded in localstack's snapshots.</summary>
    private static readonly ImmutableHashSet<string> Illegal = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Authorization", "Connection", "Content-Length", "Expect", "Proxy-Authenticate", "TE", "Transfer-Encoding",
        "X-Amzn-Apigateway-Api-Id", "X-Amzn-Trace-Id");

    /// <summary>Makes the integration's request of the caller's.</summary>
    /// <exception cref="GatewayErrorException">There is no template for the content type, or it failed, or a header is not
    /// allowed.</exception>
    public static IntegrationRequest Make(Invocation invocation, Integration integration)
    {
        var body = Encoding.UTF8.GetString(invocation.Request.Body.Span);
        if (TemplateFor(invocation.Request, integration) is { } template)
        {
            body = Rendered(template, invocation);
        }

        var request = new IntegrationRequest(
            body,
            Overridden(ParameterMapping.Resolve(integration.Headers, invocation), invocation.RequestOverride["header"]),
            Overridden(ParameterMapping.Resolve(integration.Query, invocation), invocation.RequestOverride["querystring"]),
            Overridden(ParameterMapping.Resolve(integration.Path, invocation), invocation.RequestOverride["path"]));
        return request.Headers.Keys.FirstOrDefault(Illegal.Contains) is { } illegal
            ? throw new GatewayErrorException(
                GatewayError.Internal, $"Execution failed due to configuration error: {illegal} header already present")
            : request;
    }

    /// <summary>What the template renders.</summary>
    /// <exception cref="GatewayErrorException">It failed.</exception>
    public static string Rendered(MappingTemplate template, Invocation invocation)
    {
        try
        {
            return template.Evaluate(invocation.TemplateVariables());
        }
        catch (TemplateException error)
        {
            throw new GatewayErrorException(
                GatewayError.Internal, $"Execution failed due to configuration error: mapping template: {error.Message}");
        }
    }

    private static MappingTemplate? TemplateFor(StageRequest request, Integration integration)
    {
        var contentType = MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out var parsed)
            ? parsed.MediaType!
            : "application/json";
        return integration.Templates.GetValueOrDefault(contentType) ?? integration.Passthrough switch
        {
            PassthroughBehavior.WhenNoMatch => null,
            PassthroughBehavior.WhenNoTemplates when integration.Templates.IsEmpty => null,
            _ => throw new GatewayErrorException(GatewayError.UnsupportedMediaType),
        };
    }

    private static Dictionary<string, string> Overridden(Dictionary<string, string> mapped, object? overrides)
    {
        foreach (var (name, value) in overrides as VelocityMap ?? [])
        {
            mapped[TemplateValues.Text(name)] = TemplateValues.Text(value);
        }

        return mapped;
    }
}
