using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The function's side of the Lambda Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApiClient
{
    private static readonly MediaTypeHeaderValue ErrorContentType = new("application/vnd.aws.lambda.error+json");

    private readonly HttpClient http;
    private readonly string baseUrl;

    public RuntimeApiClient(HttpClient httpClient, string endpoint)
    {
        http = httpClient;
        endpoint = string.IsNullOrEmpty(endpoint) ? Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API") : endpoint;
        baseUrl = $"http://{endpoint}/2018-06-01/runtime";
        Log = FunctionLog.OverConsole();
    }

    public FunctionLog Log { get; }

    public async Task<InvocationRequest> GetNextInvocationAsync(ILambdaSerializer serializer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{baseUrl}/invocation/next");
        using var response = await SendAsync(request, cancellationToken);
        var context = new LambdaContext(response.Headers, Log, serializer);
        Log.Context = context;
        LambdaTraceProvider.SetCurrentTraceId(context.TraceId);
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", context.TraceId);
        return new InvocationRequest
        {
            InputStream = new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken)),
            LambdaContext = context,
        };
    }

    public async Task SendResponseAsync(string awsRequestId, Stream output, CancellationToken cancellationToken)
    {
        // The handler may own the stream, so the content gets a copy of what is left in it.
        using var body = new MemoryStream();
        if (output != null)
        {
            await output.CopyToAsync(body, cancellationToken);
        }

        var content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await PostAsync($"invocation/{awsRequestId}/response", content, [], cancellationToken);
    }

    public Task ReportInvocationErrorAsync(string awsRequestId, Exception exception, CancellationToken cancellationToken) =>
        PostErrorAsync(
            $"invocation/{Uri.EscapeDataString(awsRequestId)}/error",
            exception,
            [
                new("Lambda-Runtime-Function-Error-Type", exception.GetType().Name),
                new("Lambda-Runtime-Function-XRay-Error-Cause", ExceptionJson.XRayCause(exception)),
            ],
            cancellationToken);

    public Task ReportInitializationErrorAsync(Exception exception, CancellationToken cancellationToken) =>
        PostErrorAsync("init/error", exception, [], cancellationToken);

    private Task PostErrorAsync(string path, Exception exception, KeyValuePair<string, string>[] headers, CancellationToken cancellationToken)
    {
        var content = new StringContent(ExceptionJson.Write(exception));
        content.Headers.ContentType = ErrorContentType;
        return PostAsync(path, content, headers, cancellationToken);
    }

    private async Task PostAsync(string path, HttpContent content, KeyValuePair<string, string>[] headers, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{baseUrl}/{path}") { Content = content };
        foreach (var (name, value) in headers.Where(header => header.Value != null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent)
        {
            return response;
        }

        using (response)
        {
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => header.Value);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new RuntimeApiClientException(Problem(response.StatusCode), (int)response.StatusCode, body, headers, null);
        }
    }

    private static string Problem(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => "Bad Request",
        HttpStatusCode.Forbidden => "Forbidden",
        HttpStatusCode.RequestEntityTooLarge => "Payload Too Large",
        HttpStatusCode.InternalServerError => "The container failed and cannot recover; the runtime has to exit.",
        _ => $"Unexpected status {(int)status}.",
    };
}
