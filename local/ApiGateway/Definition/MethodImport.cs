using System.Collections.Immutable;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>Reads the operations of a path.</summary>
internal static class MethodImport
{
    private static readonly ImmutableArray<string> HttpMethods = ["get", "put", "post", "delete", "options", "head", "patch", AnyMethod];

    private const string AnyMethod = "x-amazon-apigateway-any-method";

    /// <summary>The path's methods.</summary>
    public static IEnumerable<MethodDefinition> Methods(
        string path, ImportNode item, ImportNode root, ImmutableDictionary<string, bool> validators, string region)
    {
        item.Allow(["summary", "description", .. HttpMethods]);
        if (!path.StartsWith('/'))
        {
            throw item.Error("must begin with a slash");
        }

        return item.Members()
            .Where(member => HttpMethods.Contains(member.Name))
            .Select(member => Method(path, member.Name, member.Value, root, validators, region));
    }

    private static MethodDefinition Method(
        string path, string name, ImportNode operation, ImportNode root, ImmutableDictionary<string, bool> validators, string region)
    {
        operation.Allow(
            "operationId", "summary", "description", "tags", "deprecated", "externalDocs", "parameters", "requestBody", "responses",
            "security", "x-amazon-apigateway-auth", "x-amazon-apigateway-request-validator", "x-amazon-apigateway-integration");
        return new MethodDefinition(
            path,
            name == AnyMethod ? "ANY" : name.ToUpperInvariant(),
            Validates(operation, root, validators) ? Required(operation["parameters"]) : [],
            IntegrationImport.Integration(operation["x-amazon-apigateway-integration"], ResponseHeaders(operation["responses"]), region))
        {
            RequiresSignature = AuthorizationImport.RequiresSignature(operation, root),
        };
    }

    private static bool Validates(ImportNode operation, ImportNode root, ImmutableDictionary<string, bool> validators)
    {
        const string Member = "x-amazon-apigateway-request-validator";
        var validator = operation[Member].Exists ? operation[Member] : root[Member];
        return validator.Exists && (validators.TryGetValue(validator.Text(), out var validates)
            ? validates
            : throw validator.Error($"there is no request validator '{validator.Text()}'"));
    }

    /// <summary>API Gateway names missing parameters by location, then by name (recorded in localstack's snapshots).</summary>
    private static ImmutableArray<RequestParameter> Required(ImportNode parameters) =>
    [
        .. parameters.Items()
            .Where(parameter => parameter["required"].Flag(false))
            .Select(parameter => new RequestParameter(Location(parameter["in"]), parameter["name"].Text()))
            .OrderBy(parameter => parameter.Location, StringComparer.Ordinal)
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal),
    ];

    private static string Location(ImportNode node) => node.Text() switch
    {
        "query" => "querystring",
        "header" => "header",
        "path" => "path",
        var other => throw node.Error($"'{other}' is not header, path or query"),
    };

    /// <summary>Headers that each status of the method may have: API Gateway maps no others.</summary>
    private static ImmutableDictionary<string, ImmutableHashSet<string>> ResponseHeaders(ImportNode responses) =>
        responses.Members().ToImmutableDictionary(
        response => response.Name,
        response => response.Value["headers"].Members().Select(header => header.Name).ToImmutableHashSet());
}
