namespace Engagement.Local.ApiGateway.Definition;

/// <summary>
/// Reads who may call a method. <c>AWS_IAM</c> is written in one of two ways, or in both: <c>x-amazon-apigateway-auth</c>, and a security
/// scheme
/// with <c>x-amazon-apigateway-authtype: awsSigv4</c>.
/// </summary>
internal static class AuthorizationImport
{
    /// <summary>Whether callers must sign; otherwise every caller may call.</summary>
    /// <exception cref="ImportException">It asks for an authorizer, or the two ways say different things.</exception>
    public static bool RequiresSignature(ImportNode operation, ImportNode root)
    {
        var type = operation["x-amazon-apigateway-auth"];
        var security = operation["security"].Exists ? operation["security"] : root["security"];
        bool? byType = type.Exists ? Asks(type) : null;
        bool? byScheme = security.Exists ? Asks(security, root["components"]["securitySchemes"]) : null;
        return byType is { } one && byScheme is { } other && one != other
            ? throw type.Error($"and {security.Path} say different things")
            : byType ?? byScheme ?? false;
    }

    private static bool Asks(ImportNode node)
    {
        node.Allow("type");
        return node["type"].Text() switch
        {
            "AWS_IAM" => true,
            "NONE" => false,
            var other => throw node["type"].Error($"'{other}' is not emulated; AWS_IAM and NONE are"),
        };
    }

    private static bool Asks(ImportNode security, ImportNode schemes)
    {
        var names = security.Items().SelectMany(requirement => requirement.Members()).ToList();
        foreach (var (name, requirement) in names)
        {
            var scheme = schemes[name];
            if (!scheme.Exists)
            {
                throw requirement.Error($"there is no security scheme '{name}'");
            }

            scheme.Allow("type", "name", "in", "description", "x-amazon-apigateway-authtype");
            if (scheme["x-amazon-apigateway-authtype"].Text("") != "awsSigv4")
            {
                throw scheme.Error("is not emulated: schemes with x-amazon-apigateway-authtype awsSigv4 are");
            }
        }

        return names.Count > 0;
    }
}
