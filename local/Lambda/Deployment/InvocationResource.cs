using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.Lambda.Deployment;

/// <summary><c>aws:lambda/invocation:Invocation</c>: a call made while deploying.</summary>
/// <param name="cloud">Account and region.</param>
/// <param name="aws">The door that the call goes through.</param>
/// <param name="functions">The deployed functions.</param>
internal sealed class InvocationResource(CloudContext cloud, IAwsEndpoint aws, LambdaService functions)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:lambda/invocation:Invocation";

    private const string Crud = "CRUD";
    private const string Create = "create";

    /// <summary>How often the provider tries a call that is throttled, when its <c>maxRetries</c> is not set.</summary>
    private const int Attempts = 25;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// With CRUD an update and a deletion invoke the function, too; otherwise only creation does. An update that failed counts as done:
    /// only another input runs it again. A replacement deletes first, as every invocation of this stack asks for by an option that is not
    /// seen here.
    /// </summary>
    public ResourceLifecycle Lifecycle => new()
    {
        DeletesBeforeReplacing = true,
        KeepsInputsOfFailedUpdate = true,
        Update = (request, before, cancellationToken) => IsCrud(request) || !IsChanged(request, before, "input")
            ? InvokeAsync(request, "update", before.Request, cancellationToken)
            : throw request.Invalid(
                "input",
                "has changed, which with lifecycleScope CREATE_ONLY replaces the invocation; this local cloud knows that of CRUD alone"),
        Delete = (resource, cancellationToken) =>
            IsCrud(resource.Request) ? InvokeAsync(resource.Request, "delete", resource.Request, cancellationToken) : Task.CompletedTask,
    };

    /// <summary>Invokes the function as the caller that deploys; its answer is the output <c>result</c>.</summary>
    /// <exception cref="InvalidOperationException">The function answered with an error, which fails the deployment.</exception>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        InvokeAsync(request, Create, before: null, cancellationToken);

    private async Task<ResourceState> InvokeAsync(
        ResourceRequest request, string action, ResourceRequest? before, CancellationToken cancellationToken)
    {
        request.InRegion(cloud).Known("functionName", "input", "lifecycleScope", "qualifier", "region", "terraformKey", "triggers");
        var name = request.RequiredText("functionName");
        var qualifier = request.Text("qualifier") ?? FunctionName.Latest;
        var function = functions.Find(name) ?? throw request.Invalid("functionName", $"names {name}, which is not deployed");
        if (qualifier != FunctionName.Latest)
        {
            throw request.Invalid("qualifier", $"is {qualifier}; this local cloud has {FunctionName.Latest} alone");
        }

        var payload = Payload(request, action, before);
        var result = await CallAsync(
            function.Arn,
            cancel => action == Create
                ? functions.InvokeToCreateAsync(function.Arn, payload, cancel)
                : functions.InvokeToChangeAsync(function.Arn, payload, cancel),
            cancellationToken);
        var answer = Encoding.UTF8.GetString(result.Payload.Span);
        return result.FunctionError is null
            ? new ResourceState(
                $"{name},{qualifier},{Digest(payload)}", new Dictionary<string, object> { ["result"] = answer, ["region"] = cloud.Region })
            : throw new InvalidOperationException($"{Type} '{request.Name}': invoking {name} failed: {answer}");
    }

    /// <summary>Invokes, and tries again while all places of the account are taken. The provider has its own clock.</summary>
    private async Task<InvocationResult> CallAsync(
        string arn, Func<CancellationToken, Task<InvocationResult>> invoke, CancellationToken cancellationToken)
    {
        var caller = new Principal(PrincipalKind.Account, $"arn:aws:iam::{cloud.Account}:root");
        var pause = ShortestPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await aws.CallAsync(
                    caller, LambdaService.ServiceName, "Invoke", "lambda:InvokeFunction", arn, invoke, cancellationToken);
            }
            catch (AwsException exception) when (exception.Code == LambdaError.Throttled && attempt < Attempts)
            {
                await Task.Delay(pause, TimeProvider.System, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private static bool IsCrud(ResourceRequest request) => request.Text("lifecycleScope") == Crud;

    private static bool IsChanged(ResourceRequest request, DeployedResource before, string key) =>
        request.Text(key) != before.Request.Text(key);

    /// <summary>The input as it is, or with what CRUD adds: the action, and the input before, of which a new resource has none.</summary>
    private static byte[] Payload(ResourceRequest request, string action, ResourceRequest? before)
    {
        var text = request.RequiredText("input");
        var input = Parse(request, text);
        switch (request.Text("lifecycleScope") ?? "CREATE_ONLY")
        {
            case "CREATE_ONLY":
                return Encoding.UTF8.GetBytes(text);
            case Crud:
                var key = request.Text("terraformKey") ?? "tf";
                var known = input as JsonObject ?? throw request.Invalid("input", "is no JSON object, which lifecycleScope CRUD needs");
                known[key] = new JsonObject
                {
                    ["action"] = action,
                    ["prev_input"] = before is null ? null : Parse(before, before.RequiredText("input"))
                };
                return Encoding.UTF8.GetBytes(known.ToJsonString());
            case var other:
                throw request.Invalid("lifecycleScope", $"is {other}; it is CREATE_ONLY or CRUD");
        }
    }

    private static JsonNode? Parse(ResourceRequest request, string text)
    {
        try
        {
            return WireJson.Parse(text);
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
