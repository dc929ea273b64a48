using System.Text.Json;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>
/// The pixel's one route and the two behind the links of messages are for everybody. Any other route asks for a signature of AWS's, and no
/// policy lets everybody in.
/// </summary>
internal sealed class NothingPublicButThePixel : IPolicyRule
{
    private static readonly string[] PublicRoutes = ["get /events", "get /unsubscribe", "post /unsubscribe"];

    private static readonly string[] Methods =
    [
        "get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method",
    ];

    // Types that are a way in of their own, which the stack has no use for.
    private static readonly string[] PublicTypes =
    [
        "aws:lambda/functionUrl:FunctionUrl",
        "aws:apigatewayv2/api:Api",
        "aws:cloudfront/distribution:Distribution",
    ];

    private static readonly string[] PublicAccessBlocks =
    [
        "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets",
    ];

    public IEnumerable<string> Violations(DeclaredGraph graph) =>
    [
        .. from api in graph.Of("aws:apigateway/restApi:RestApi")
            from route in OpenRoutes(api)
            select $"{api.Name} answers {route} to everybody",
        .. from resource in graph.Resources where PublicTypes.Contains(resource.Type) select $"{resource.Name} is a {resource.Type}",
        .. from statement in graph.ResourceStatements()
           where statement.Allows && !statement.IsConditional && statement.Principals.Contains("*")
           select $"{statement} lets everybody in",
        .. from permission in graph.Of("aws:lambda/permission:Permission")
           where permission.Text("principal") == "*"
               || (!permission.Inputs.ContainsKey("sourceArn") && !permission.Inputs.ContainsKey("sourceAccount"))
           select $"{permission.Name} lets callers in on behalf of anybody",
        .. from bucket in graph.Of("aws:s3/bucket:Bucket")
           where !graph.Of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock")
               .Any(block => block.Text("bucket") == $"{bucket.Name}-id"
                   && PublicAccessBlocks.All(setting => block.Inputs.GetValueOrDefault(setting) is true))
           select $"{bucket.Name} is a bucket that could be made public",
        .. from bucket in graph.Of("aws:s3/bucket:Bucket")
           where !graph.Of("aws:s3/bucketOwnershipControls:BucketOwnershipControls")
               .Any(controls => controls.Text("bucket") == $"{bucket.Name}-id"
                   && (string)controls.Block("rule")["objectOwnership"] == "BucketOwnerEnforced")
           select $"{bucket.Name} is a bucket whose files may belong to others",
    ];

    private static IEnumerable<string> OpenRoutes(Registered api)
    {
        var document = JsonDocument.Parse(api.Text("body")).RootElement;
        return from path in document.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               where Methods.Contains(method.Name)
                   && !PublicRoutes.Contains($"{method.Name} {path.Name}")
                   && !AsksForSignature(document, method.Value)
               select $"{method.Name} {path.Name}";
    }

    private static bool AsksForSignature(JsonElement document, JsonElement method) =>
        (method.TryGetProperty("x-amazon-apigateway-auth", out var auth) && IsIam(auth))
        || (method.TryGetProperty("security", out var security)
            && security.EnumerateArray().Any()
            && security.EnumerateArray().All(scheme => scheme.EnumerateObject().All(name => IsSignature(document, name.Name))));

    private static bool IsIam(JsonElement auth) =>
        string.Equals(auth.GetProperty("type").GetString(), "AWS_IAM", StringComparison.OrdinalIgnoreCase);

    private static bool IsSignature(JsonElement document, string scheme) =>
        document.TryGetProperty("components", out var components) && components.TryGetProperty("securitySchemes", out var schemes)
        && schemes.TryGetProperty(scheme, out var found)
        && found.TryGetProperty("x-amazon-apigateway-authtype", out var type)
        && type.GetString() == "awsSigv4";
}
