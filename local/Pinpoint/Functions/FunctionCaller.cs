using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Lambda;

namespace Engagement.Local.Pinpoint.Functions;

/// <summary>
/// Calls functions for campaigns and journeys, as the service itself, so that the function's resource policy decides.
/// Limits: developer guide, "Customizing segments with AWS Lambda".
/// </summary>
internal sealed class FunctionCaller(CloudContext cloud, IAwsEndpoint aws, IFunctions functions)
{
    /// <summary>Endpoints that one call is given at most.</summary>
    public const int MaximumEndpoints = 50;

    /// <summary>How often a call is tried before it counts as failed.</summary>
    public const int MaximumAttempts = 3;

    /// <summary>Longest time that one attempt may take: real time, as the function runs in it.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <summary>Calls a function.</summary>
    /// <param name="function">Name or ARN.</param>
    /// <param name="sourceArn">ARN of the campaign or journey that calls.</param>
    /// <param name="payload">What the function is given.</param>
    /// <returns>What it answered, or that every attempt failed.</returns>
    public async Task<FunctionAnswer> CallAsync(string function, string sourceArn, JsonObject payload)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(payload);
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            if (await TryAsync(function, sourceArn, bytes) is { FunctionError: null } result)
            {
                return new FunctionAnswer(true, Read(result.Payload));
            }
        }

        return new FunctionAnswer(false, null);
    }

    private static JsonObject? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonNode.Parse(payload.Span) as JsonObject;
        }
        catch (JsonException)
        {
            // To a campaign such an answer is a failure, which its activity shows; to a journey it says nothing of interest.
            return null;
        }
    }

    private async Task<InvocationResult?> TryAsync(string function, string sourceArn, byte[] payload)
    {
        using var end = new CancellationTokenSource(Timeout, TimeProvider.System);
        try
        {
            return await aws.CallAsync(
                Caller(sourceArn),
                "lambda",
                "Invoke",
                "lambda:InvokeFunction",
                functions.Find(function)?.Arn
                    ?? (function.StartsWith("arn:", StringComparison.Ordinal) ? function : cloud.Arn("lambda", $"function:{function}")),
                cancellationToken => functions.InvokeAsync(function, payload, cancellationToken),
                end.Token);
        }
        catch (AwsException)
        {
            // Denied, throttled, or there is no such function: the call log has it, and the next attempt may fare better.
            return null;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The service, acting for a campaign or journey: a function's policy may ask for its ARN and account.</summary>
    private Principal Caller(string sourceArn) => Principal.Service($"pinpoint.{cloud.Region}.amazonaws.com", sourceArn);
}
