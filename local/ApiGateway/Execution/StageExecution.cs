using System.Globalization;
using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.ApiGateway.Errors;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>
/// Takes requests through a stage: size, route, authorisation, throttle, validation, integration request, service, answer, access log.
/// </summary>
internal sealed class StageExecution(
    CloudContext cloud, Authorization authorization, ServiceCall service, FunctionCall functions, ILogSink logs)
{
    /// <summary>Longest request line and header values together, in bytes ("Quotas for configuring and running a REST API").</summary>
    private const int LongestHead = 10_240;

    /// <summary>Answers a request.</summary>
    public async Task<StageResponse> HandleAsync(StageRequest request, Stage stage, CancellationToken cancellationToken)
    {
        var invocation = new Invocation(request, stage, cloud.Account, cloud.Clock.GetUtcNow());
        var response = Identified(await AnswerAsync(invocation, cancellationToken), invocation);
        Log(invocation, response);
        return response;
    }

    private async Task<StageResponse> AnswerAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        try
        {
            var method = Routed(invocation);
            await authorization.AuthorizeAsync(invocation, method, cancellationToken);
            Admit(invocation, method);
            var integration = method.Integration;
            if (integration.Target is FunctionTarget function)
            {
                return await functions.SendAsync(invocation, integration, function, cancellationToken);
            }

            var answer =
                await service.SendAsync(invocation, integration, IntegrationRequest.Make(invocation, integration), cancellationToken);
            return MethodResponse.Make(invocation, integration, answer);
        }
        catch (GatewayErrorException refusal)
        {
            if (refusal.Cause is { } cause)
            {
                logs.Write(invocation.Stage.ExecutionLogGroup, $"({invocation.RequestId}) {cause}");
            }

            return ErrorResponses.Make(invocation, invocation.Stage.Api, refusal.Error);
        }
    }

    private static MethodDefinition Routed(Invocation invocation)
    {
        var request = invocation.Request;
        if (HeadLength(request, invocation.Variables["path"]) > LongestHead)
        {
            throw new GatewayErrorException(GatewayError.RequestTooLarge);
        }

        var (method, path) = Router.Find(invocation.Stage.Api, request.Method, request.Path)
            ?? throw new GatewayErrorException(GatewayError.MissingAuthenticationToken);
        invocation.Route(method, path);
        return method;
    }

    private void Admit(Invocation invocation, MethodDefinition method)
    {
        if (!invocation.Stage.Admits(method, cloud.Clock))
        {
            throw new GatewayErrorException(GatewayError.Throttled);
        }

        var missing = method.Required.Where(parameter => !IsPresent(invocation, parameter)).Select(parameter => parameter.Name).ToArray();
        if (missing.Length > 0)
        {
            throw new GatewayErrorException(GatewayError.MissingParameters(missing));
        }
    }

    private static int HeadLength(StageRequest request, string path) =>
        request.Method.Length
            + path.Length
            + request.Query.Length
            + request.Protocol.Length
            + 3
            + request.Headers.Sum(header => header.Value.Length);

    /// <summary>Presence is all that counts; an empty value is present.</summary>
    private static bool IsPresent(Invocation invocation, RequestParameter parameter) => parameter.Location switch
    {
        "header" => invocation.Request.Header(parameter.Name) is not null,
        "path" => invocation.Path.ContainsKey(parameter.Name),
        _ => invocation.Query.Any(query => query.Key == parameter.Name),
    };

    private static StageResponse Identified(StageResponse response, Invocation invocation)
    {
        var headers = new Dictionary<string, string>(response.Headers, StringComparer.OrdinalIgnoreCase)
        {
            ["x-amzn-RequestId"] = invocation.RequestId,
            ["x-amz-apigw-id"] = invocation.Variables["extendedRequestId"],
        };
        if (invocation.AskedService)
        {
            headers["X-Amzn-Trace-Id"] = invocation.TraceId;
        }

        return response with { Headers = headers };
    }

    private void Log(Invocation invocation, StageResponse response)
    {
        if (invocation.Stage.AccessLog is not { } log)
        {
            return;
        }

        invocation.Note("status", response.StatusCode.ToString(CultureInfo.InvariantCulture));
        invocation.Note("responseLength", response.Body.Length.ToString(CultureInfo.InvariantCulture));
        invocation.Note(
            "responseLatency",
            (cloud.Clock.GetUtcNow() - invocation.Started).TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture));
        logs.Write(log.LogGroup, log.Format.Render(invocation.Variables, "-"));
    }
}
