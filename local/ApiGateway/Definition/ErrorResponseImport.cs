using System.Collections.Immutable;
using Engagement.Local.ApiGateway.Errors;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>Reads <c>x-amazon-apigateway-gateway-responses</c>.</summary>
internal static class ErrorResponseImport
{
    private const string Header = "gatewayresponse.header.";

    /// <summary>Responses by gateway response type.</summary>
    public static ImmutableDictionary<string, ErrorResponse> Responses(ImportNode node) => node.Members().ToImmutableDictionary(
        response =>
            GatewayError.Types.Contains(response.Name) ? response.Name : throw response.Value.Error("is not a gateway response type"),
        response => Response(response.Value));

    private static ErrorResponse Response(ImportNode node)
    {
        node.Allow("statusCode", "responseParameters", "responseTemplates");
        return new(
            node["statusCode"].Exists ? node["statusCode"].Number(0) : null,
            node["responseParameters"]
                .Members()
                .ToImmutableDictionary(
                    parameter => HeaderName(parameter.Name, parameter.Value), parameter => ParameterSource.Parse(parameter.Value)),
            node["responseTemplates"].Members().ToImmutableSortedDictionary(template => template.Name, template => Text(template.Value)));
    }

    private static string HeaderName(string name, ImportNode node) =>
        name.StartsWith(Header, StringComparison.Ordinal) ? name[Header.Length..] : throw node.Error($"must begin with {Header}");

    private static ContextText Text(ImportNode node)
    {
        try
        {
            return ContextText.Parse(node.Text());
        }
        catch (FormatException error)
        {
            throw node.Error(error.Message);
        }
    }
}
