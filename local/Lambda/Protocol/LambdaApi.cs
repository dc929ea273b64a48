using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;
using Engagement.Local.Aws;

namespace Engagement.Local.Lambda.Protocol;

/// <summary>Lambda over its REST-JSON protocol of 2015-03-31: <c>Invoke</c>.</summary>
/// <param name="functions">The deployed functions.</param>
/// <param name="cloud">Account, region and clock.</param>
/// <param name="aws">The door to other services.</param>
/// <param name="roles">Whether Lambda may act as a function's role.</param>
internal sealed partial class LambdaApi(LambdaService functions, CloudContext cloud, IAwsEndpoint aws, IRoleAssumption roles)
{
    private readonly AsynchronousInvocations asynchronous = new(functions, cloud, aws, roles);

    /// <inheritdoc cref="IAwsService.Resolve"/>
    public AwsOperation Resolve(AwsRequest request)
    {
        if (FunctionOf(request) is not { } name || request.Method != "POST")
        {
            throw LambdaError.UnknownOperation(request.Method);
        }

        var qualifier = HttpUtility.ParseQueryString(request.Query)["Qualifier"];
        var arn = FunctionName.Arn(cloud, qualifier is null ? name : $"{name}:{qualifier}")
            ?? throw LambdaError.NotFound($"{name}{(qualifier is null ? "" : $":{qualifier}")}");
        if (request.Header("X-Amz-Log-Type") is "Tail")
        {
            throw LambdaError.InvalidParameter(
                "This local cloud answers no log tails (X-Amz-Log-Type: Tail); the function's log holds the lines.");
        }

        return new AwsOperation(
            "Invoke", "lambda:InvokeFunction", [arn], cancellationToken => InvokeAsync(arn, request, cancellationToken));
    }

    /// <inheritdoc cref="IAwsService.Error"/>
    public AwsResponse Error(AwsRequest request, AwsException error)
    {
        var body = new JsonObject { ["Type"] = (int)error.Status < 500 ? "User" : "Service", ["message"] = error.Message };
        if (error.Code == LambdaError.Throttled)
        {
            var reserved = FunctionOf(request) is { } name && functions.Definition(name)?.ReservedConcurrency is not null;
            body["Reason"] = reserved ? "ReservedFunctionConcurrentInvocationLimitExceeded" : "ConcurrentInvocationLimitExceeded";
        }

        return AwsResponse.Text((int)error.Status, "application/json", body.ToJsonString()) with
        {
            Headers = Headers.Add("x-amzn-ErrorType", error.Code),
        };
    }

    private static ImmutableDictionary<string, string> Headers =>
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
        .Add("x-amzn-RequestId", Guid.NewGuid().ToString());

    private static string? FunctionOf(AwsRequest request) =>
        InvocationsPath().Match(request.Path) is { Success: true } match ? Uri.UnescapeDataString(match.Groups["name"].Value) : null;

    private async Task<AwsResponse> InvokeAsync(string arn, AwsRequest request, CancellationToken cancellationToken)
    {
        switch (request.Header("X-Amz-Invocation-Type") ?? "RequestResponse")
        {
            case "RequestResponse":
                return Answer(await functions.InvokeAsync(arn, request.Body, cancellationToken));
            case "Event":
                asynchronous.Add(arn, request.Body);
                return new AwsResponse((int)HttpStatusCode.Accepted, "application/json", ReadOnlyMemory<byte>.Empty) { Headers = Headers };
            case "DryRun":
                _ = functions.Find(arn) ?? throw LambdaError.NotFound(arn);
                return new AwsResponse((int)HttpStatusCode.NoContent, "application/json", ReadOnlyMemory<byte>.Empty) { Headers = Headers };
            case var other:
                throw LambdaError.InvalidParameter($"Invocation type {other} is none of RequestResponse, Event and DryRun.");
        }
    }

    private static AwsResponse Answer(InvocationResult result)
    {
        var headers = Headers.Add("X-Amz-Executed-Version", FunctionName.Latest);
        return new AwsResponse((int)HttpStatusCode.OK, "application/json", result.Payload)
        {
            Headers = result.FunctionError is { } error ? headers.Add("X-Amz-Function-Error", error) : headers,
        };
    }

    [GeneratedRegex("^/2015-03-31/functions/(?<name>[^/]+)/invocations/?$", RegexOptions.ExplicitCapture)]
    private static partial Regex InvocationsPath();
}
