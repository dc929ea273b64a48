using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Engagement.Local.ApiGateway.MappingTemplates;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>Reads <c>x-amazon-apigateway-integration</c>.</summary>
internal static partial class IntegrationImport
{
    private const int ShortestTimeout = 50;

    private const int LongestTimeout = 29_000;

    /// <summary>The integration.</summary>
    /// <param name="node">It.</param>
    /// <param name="responseHeaders">Headers that the method declares, by status.</param>
    /// <param name="region">Region that the API is in.</param>
    public static Integration Integration(
        ImportNode node, ImmutableDictionary<string, ImmutableHashSet<string>> responseHeaders, string region)
    {
        if (!node.Exists)
        {
            throw node.Error("is missing: a method without integration cannot be deployed");
        }

        // A function gets the request as it is and makes the answer as it is: templates and mappings would have no effect.
        node.Allow(IsProxy(node)
            ? ["type", "httpMethod", "uri", "passthroughBehavior", "timeoutInMillis"]
            : [
                "type", "httpMethod", "uri", "credentials", "passthroughBehavior", "timeoutInMillis", "requestParameters",
                "requestTemplates", "responses"
            ]);
        return new()
        {
            Target = Target(node, region),
            Passthrough = Passthrough(node["passthroughBehavior"]),
            Timeout = Timeout(node["timeoutInMillis"]),
            Headers = Mappings(node["requestParameters"], "header"),
            Query = Mappings(node["requestParameters"], "querystring"),
            Path = Mappings(node["requestParameters"], "path"),
            Templates = node["requestTemplates"].Members().ToImmutableDictionary(
                template => template.Name, template => TemplateOf(template.Value), StringComparer.OrdinalIgnoreCase),
            Responses = IntegrationResponseImport.Responses(node["responses"], responseHeaders),
        };
    }

    /// <summary>A template as read, or the error that says where it is wrong.</summary>
    public static MappingTemplate TemplateOf(ImportNode node)
    {
        try
        {
            return MappingTemplate.Parse(node.Text());
        }
        catch (TemplateException error)
        {
            throw node.Error(error.Message);
        }
    }

    private static bool IsProxy(ImportNode node) => node["type"].Text().Equals("aws_proxy", StringComparison.OrdinalIgnoreCase);

    private static IntegrationTarget? Target(ImportNode node, string region)
    {
        var type = node["type"].Text();
        if (IsProxy(node))
        {
            return Function(node, region);
        }

        if (type.Equals("mock", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!type.Equals("aws", StringComparison.OrdinalIgnoreCase))
        {
            throw node["type"].Error($"'{type}' is not emulated; aws, aws_proxy and mock are");
        }

        var uri = ServiceUri().Match(node["uri"].Text());
        if (!uri.Success || uri.Groups["service"].Value == "lambda")
        {
            throw node["uri"].Error(
                "is not of the form arn:aws:apigateway:REGION:SERVICE:path/PATH with a service other than lambda, which is all that is "
                    + "emulated");
        }

        return uri.Groups["region"].Value == region
            ? new ServiceTarget(
                uri.Groups["service"].Value, "/" + uri.Groups["path"].Value, node["httpMethod"].Text(), Credentials(node["credentials"]))
            : throw node["uri"].Error($"is in another region than the API, {region}");
    }

    private static FunctionTarget Function(ImportNode node, string region)
    {
        if (node["httpMethod"].Text() != "POST")
        {
            throw node["httpMethod"].Error("must be POST: Lambda takes invocations by no other method, whatever the caller's is");
        }

        var uri = FunctionUri().Match(node["uri"].Text());
        return !uri.Success ? throw node["uri"].Error(
            "is not of the form arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations")
            : uri.Groups["region"].Value == region ? new(uri.Groups["function"].Value)
            : throw node["uri"].Error($"is in another region than the API, {region}");
    }

    private static string Credentials(ImportNode node) => RoleArn().IsMatch(node.Text())
        ? node.Text()
        : throw node.Error($"'{node.Text()}' is not the ARN of a role");

    private static PassthroughBehavior Passthrough(ImportNode node) => node.Text("when_no_match").ToUpperInvariant() switch
    {
        "WHEN_NO_MATCH" => PassthroughBehavior.WhenNoMatch,
        "WHEN_NO_TEMPLATES" => PassthroughBehavior.WhenNoTemplates,
        "NEVER" => PassthroughBehavior.Never,
        _ => throw node.Error("must be when_no_match, when_no_templates or never"),
    };

    private static TimeSpan Timeout(ImportNode node) =>
        node.Number(LongestTimeout) is >= ShortestTimeout and <= LongestTimeout and var milliseconds
        ? TimeSpan.FromMilliseconds(milliseconds)
        : throw node.Error($"must be {ShortestTimeout} to {LongestTimeout}");

    private static ImmutableDictionary<string, ParameterSource> Mappings(ImportNode node, string location)
    {
        foreach (var (name, mapping) in node.Members())
        {
            if (!MappingTarget().IsMatch(name))
            {
                throw mapping.Error("must be integration.request.header.NAME, .path.NAME or .querystring.NAME");
            }
        }

        var prefix = $"integration.request.{location}.";
        return node.Members()
            .Where(mapping => mapping.Name.StartsWith(prefix, StringComparison.Ordinal))
            .ToImmutableDictionary(
                mapping => mapping.Name[prefix.Length..],
                mapping => ParameterSource.Parse(mapping.Value),
                StringComparer.OrdinalIgnoreCase);
    }

    [
        GeneratedRegex(
            "^arn:aws[a-z-]*:apigateway:(?<region>[a-z0-9-]+):(?<service>[a-z0-9.-]+):path/(?<path>.+)$", RegexOptions.CultureInvariant)
    ]
    private static partial Regex ServiceUri();

    [
        GeneratedRegex(
            "^arn:aws[a-z-]*:apigateway:(?<region>[a-z0-9-]+):lambda:path/2015-03-31/functions/"
                + "(?<function>arn:aws[a-z-]*:lambda:[^/]+)/invocations$",
            RegexOptions.CultureInvariant)
    ]
    private static partial Regex FunctionUri();

    [GeneratedRegex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$", RegexOptions.CultureInvariant)]
    private static partial Regex RoleArn();

    [GeneratedRegex(@"^integration\.request\.(header|path|querystring)\..+$", RegexOptions.CultureInvariant)]
    private static partial Regex MappingTarget();
}
