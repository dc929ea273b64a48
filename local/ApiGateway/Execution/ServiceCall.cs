using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.ApiGateway.Errors;
using Engagement.Local.Aws;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>Asks what a method integrates with: an AWS service in the name of the integration's role, or none for a mock.</summary>
internal sealed partial class ServiceCall(IAwsEndpoint aws, IRoleAssumption roles, string region, TimeProvider clock)
{
    /// <summary>The integration's answer.</summary>
    /// <exception cref="GatewayErrorException">It took too long, or a mock's template names no status.</exception>
    public async Task<AwsResponse> SendAsync(
        Invocation invocation, Integration integration, IntegrationRequest request, CancellationToken cancellationToken)
    {
        if (integration.Target is not ServiceTarget target)
        {
            return Mock(request.Body);
        }

        var started = clock.GetTimestamp();
        invocation.AskedService = true;
        try
        {
            var response = await SendInTimeAsync(target, AwsRequest(invocation, target, request), integration.Timeout, cancellationToken);
            Note(invocation, response.StatusCode.ToString(CultureInfo.InvariantCulture));
            return response;
        }
        finally
        {
            var latency = clock.GetElapsedTime(started).TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
            invocation.Note("integrationLatency", latency);
            invocation.Note("integration.latency", latency);
        }
    }

    private async Task<AwsResponse> SendInTimeAsync(
        ServiceTarget target, AwsRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await aws.SendAsync(target.SigningName, request, either.Token);
        }
        catch (DroppedConnectionException e)
        {
            throw new GatewayErrorException(GatewayError.IntegrationFailure, $"Execution failed due to a network error: {e.Message}");
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new GatewayErrorException(
                GatewayError.IntegrationTimeout,
                $"Execution failed due to a timeout error: {target.SigningName} did not answer within {timeout.TotalMilliseconds} ms");
        }
    }

    private Principal Assume(string roleArn)
    {
        try
        {
            return roles.Assume(roleArn, Principal.Service("apigateway.amazonaws.com"), "BackplaneAssumeRoleSession");
        }
        catch (AwsException e)
        {
            throw new GatewayErrorException(GatewayError.Configuration, e.Message);
        }
    }

    private static void Note(Invocation invocation, string status)
    {
        invocation.Note("integrationStatus", status);
        invocation.Note("integration.integrationStatus", status);
        invocation.Note("integration.status", status);
    }

    private AwsRequest AwsRequest(Invocation invocation, ServiceTarget target, IntegrationRequest request) => new()
    {
        Method = target.HttpMethod,
        Path =
            PathParameter().Replace(
                target.Path, match => Uri.EscapeDataString(request.Path.GetValueOrDefault(match.Groups[1].Value) ?? "")),
        Query =
            string.Join(
                '&', request.Query.Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}")),
        Headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase)
        {
            ["Accept"] = request.Headers.GetValueOrDefault("Accept") ?? "application/json",
            ["Content-Type"] = request.Headers.GetValueOrDefault("Content-Type") ?? "application/json",
            ["Host"] = $"{target.SigningName}.{region}.amazonaws.com",
            ["User-Agent"] = request.Headers.GetValueOrDefault("User-Agent") ?? $"AmazonAPIGateway_{invocation.Stage.ApiId}",
            ["X-Amzn-Trace-Id"] = invocation.TraceId,
        },
        Body = Encoding.UTF8.GetBytes(request.Body),
        Caller = Assume(target.RoleArn),
    };

    private static AwsResponse Mock(string body) => StatusCode().Match(body) is { Success: true } status
        ? new(
            int.Parse(status.Groups[1].Value, CultureInfo.InvariantCulture),
            "application/json",
            default)
        { Headers = FrozenDictionary<string, string>.Empty }
        : throw new GatewayErrorException(
            GatewayError.Internal,
            "Execution failed due to configuration error: the mock's request template renders no {\"statusCode\": NUMBER}");

    [GeneratedRegex(@"\{([^{}/]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex PathParameter();

    /// <summary>API Gateway takes the name with or without quotes.</summary>
    [GeneratedRegex(@"[{,]\s*[""']?statusCode[""']?\s*:\s*([1-5][0-9]{2})\s*[,}]", RegexOptions.CultureInvariant)]
    private static partial Regex StatusCode();
}
