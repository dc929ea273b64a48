using System.Collections.Immutable;
using System.Text.Json;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>Reads an OpenAPI 3.0 document with <c>x-amazon-apigateway-*</c> extensions, as <c>PutRestApi</c> does.</summary>
internal static class OpenApiImport
{
    /// <summary>Reads a document.</summary>
    /// <param name="body">The document as JSON.</param>
    /// <param name="region">Region that the API is in.</param>
    /// <exception cref="ImportException">It is malformed, inconsistent, or has a member that would change behaviour and is not
    /// emulated.</exception>
    public static ApiDefinition Parse(string body, string region)
    {
        using var document = Document(body);
        var root = new ImportNode(document.RootElement, "body");
        root.Allow(
            "openapi", "info", "servers", "tags", "externalDocs", "components", "security", "paths",
            "x-amazon-apigateway-request-validators",
            "x-amazon-apigateway-request-validator", "x-amazon-apigateway-gateway-responses");
        root["components"].Allow("schemas", "securitySchemes");
        if (!root["openapi"].Text().StartsWith("3.0.", StringComparison.Ordinal))
        {
            throw root["openapi"].Error("must be 3.0");
        }

        var validators = Validators(root["x-amazon-apigateway-request-validators"]);
        return new(
            [.. root["paths"].Members().SelectMany(path => MethodImport.Methods(path.Name, path.Value, root, validators, region))],
            ErrorResponseImport.Responses(root["x-amazon-apigateway-gateway-responses"]));
    }

    private static JsonDocument Document(string body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException error)
        {
            throw new ImportException("body", $"is not JSON: {error.Message}");
        }
    }

    /// <summary>Validators by name, and whether each checks parameters.</summary>
    private static ImmutableDictionary<string, bool> Validators(ImportNode node) => node.Members().ToImmutableDictionary(
        validator => validator.Name,
        validator =>
        {
            validator.Value.Allow("validateRequestParameters", "validateRequestBody");
            return validator.Value["validateRequestBody"].Flag(false)
                ? throw validator.Value["validateRequestBody"].Error("is not emulated: bodies are not validated")
                : validator.Value["validateRequestParameters"].Flag(false);
        });
}
