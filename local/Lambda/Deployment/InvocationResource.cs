using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Cloud;

namespace Engagement.Local.Lambda.Deployment;

/// <summary><c>aws:lambda/invocation:Invocation</c>: a call made while deploying.</summary>
/// <param name="cloud">Account and region.</param>
/// <param name="aws">The door that the call goes through.</param>
/// <param name="functions">The deployed functions.</param>
internal sealed class InvocationResource(CloudContext cloud, IAwsEndpoint aws, IFunctions functions)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:lambda/invocation:Invocation";

    /// <summary>Invokes the function as whoever deploys; its answer is the output <c>result</c>.</summary>
    /// <exception cref="InvalidOperationException">The function answered with an error, which fails the deployment.</exception>
    public async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        request.InRegion(cloud).Known("functionName", "input", "lifecycleScope", "qualifier", "region", "terraformKey", "triggers");
        var name = request.RequiredText("functionName");
        var qualifier = request.Text("qualifier") ?? FunctionName.Latest;
        var function = functions.Find(name) ?? throw request.Invalid("functionName", $"names {name}, which is not deployed");
        if (qualifier != FunctionName.Latest)
        {
            throw request.Invalid("qualifier", $"is {qualifier}; this local cloud has {FunctionName.Latest} alone");
        }

        var payload = Payload(request);
        var result = await aws.CallAsync(
            new Principal(PrincipalKind.Account, $"arn:aws:iam::{cloud.Account}:root"),
            Functions.ServiceName,
            "Invoke",
            "lambda:InvokeFunction",
            function.Arn,
            cancel => functions.InvokeAsync(function.Arn, payload, cancel),
            cancellationToken);
        var answer = Encoding.UTF8.GetString(result.Payload.Span);
        return result.FunctionError is null
            ? new ResourceState($"{name},{qualifier},{Digest(payload)}", new Dictionary<string, object> { ["result"] = answer, ["region"] = cloud.Region })
            : throw new InvalidOperationException($"{Type} '{request.Name}': invoking {name} failed: {answer}");
    }

    /// <summary>The input as it is, or with what CRUD adds: the action, and the input before, of which a new resource has none.</summary>
    private static byte[] Payload(ResourceRequest request)
    {
        var text = request.RequiredText("input");
        var input = Parse(request, text);
        switch (request.Text("lifecycleScope") ?? "CREATE_ONLY")
        {
            case "CREATE_ONLY":
                return Encoding.UTF8.GetBytes(text);
            case "CRUD":
                var key = request.Text("terraformKey") ?? "tf";
                var known = input as JsonObject ?? throw request.Invalid("input", "is no JSON object, which lifecycleScope CRUD needs");
                known[key] = new JsonObject { ["action"] = "create", ["prev_input"] = null };
                return Encoding.UTF8.GetBytes(known.ToJsonString());
            case var other:
                throw request.Invalid("lifecycleScope", $"is {other}; it is CREATE_ONLY or CRUD");
        }
    }

    private static JsonNode? Parse(ResourceRequest request, string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            throw request.Invalid("input", $"is no JSON: {exception.Message}");
        }
    }

    // The provider's own form of an id; nothing rests on the strength of the digest.
#pragma warning disable CA5351
    private static string Digest(byte[] payload) => Convert.ToHexStringLower(MD5.HashData(payload));
#pragma warning restore CA5351
}
