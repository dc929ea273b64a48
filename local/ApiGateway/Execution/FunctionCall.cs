using System.Globalization;
using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.ApiGateway.Errors;
using Engagement.Local.Aws;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>
/// Hands requests to functions, as API Gateway itself on behalf of the method, so that the function's resource policy decides.
/// What goes wrong is answered as the developer guide's "Set up Lambda proxy integrations" and localstack's recordings have it.
/// </summary>
/// <param name="cloud">Account and region.</param>
/// <param name="aws">The door to Lambda.</param>
internal sealed class FunctionCall(CloudContext cloud, IAwsEndpoint aws)
{
    private const string Malformed = "Execution failed due to configuration error: Malformed Lambda proxy response";

    /// <summary>What the function answers to the caller.</summary>
    /// <exception cref="GatewayErrorException">The function may not be called, failed, took too long, or answered something
    /// else.</exception>
    public async Task<StageResponse> SendAsync(
        Invocation invocation, Integration integration, FunctionTarget target, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        invocation.AskedService = true;
        try
        {
            var answer = await SendInTimeAsync(Request(invocation, target), integration.Timeout, cancellationToken);
            NoteStatus(invocation, answer.StatusCode);
            return Response(answer);
        }
        finally
        {
            var latency = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
            invocation.Note("integrationLatency", latency);
            invocation.Note("integration.latency", latency);
        }
    }

    /// <summary>Asks in real time, which functions run in.</summary>
    private async Task<AwsResponse> SendInTimeAsync(AwsRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(timeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await aws.SendAsync("lambda", request, either.Token);
        }
        catch (DroppedConnectionException e)
        {
            throw new GatewayErrorException(GatewayError.IntegrationFailure, $"Execution failed due to a network error: {e.Message}");
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new GatewayErrorException(
                GatewayError.IntegrationTimeout,
                $"Execution failed due to a timeout error: the function did not answer within {timeout.TotalMilliseconds} ms");
        }
    }

    private AwsRequest Request(Invocation invocation, FunctionTarget target) => new()
    {
        Method = "POST",
        Path = $"/2015-03-31/functions/{target.FunctionArn}/invocations",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["X-Amz-Invocation-Type"] = "RequestResponse",
            ["Content-Type"] = "application/json"
        },
        Body = ProxyEvent.Create(invocation),
        Caller = Principal.Service("apigateway.amazonaws.com", SourceArn(invocation)),
    };

    /// <summary>What the function's policy may ask for: the method, its path with parameters as placeholders.</summary>
    private string SourceArn(Invocation invocation) =>
        cloud.Arn(
            "execute-api",
            $"{invocation.Stage.ApiId}/{invocation.Stage.Name}/{invocation.Request.Method}{invocation.Variables["resourcePath"]}");

    private static StageResponse Response(AwsResponse answer)
    {
        // A function that may not be called, or is throttled, is an error of the API: its caller could not do better.
        if (answer.StatusCode != 200)
        {
            throw new GatewayErrorException(
                GatewayError.Internal,
                $"Execution failed due to configuration error: Lambda answered {answer.StatusCode}: "
                    + $"{System.Text.Encoding.UTF8.GetString(answer.Body.Span)}");
        }

        return answer.Headers.ContainsKey("X-Amz-Function-Error")
            ? throw new GatewayErrorException(
                GatewayError.BadFunctionAnswer, "Lambda execution failed with status 200 due to customer function error")
            : ProxyAnswer.Read(answer.Body) ?? throw new GatewayErrorException(GatewayError.BadFunctionAnswer, Malformed);
    }

    private static void NoteStatus(Invocation invocation, int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        invocation.Note("integrationStatus", text);
        invocation.Note("integration.integrationStatus", text);
        invocation.Note("integration.status", text);
    }
}
