using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Benchmarks.Starting;

/// <summary>Lambda's Runtime API, and Pinpoint and DynamoDB as a function sees them, on a loopback port.</summary>
internal sealed class LambdaStub : IDisposable
{
    private const string NextInvocation = "/2018-06-01/runtime/invocation/next";

    private readonly HttpListener listener = new();
    private readonly string endpoint;
    private readonly string invocation;
    private TaskCompletionSource<string> answered = new();
    private int waiting;

    /// <param name="body">The message that each invocation brings.</param>
    public LambdaStub(string body)
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            endpoint = $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";
        }

        invocation = JsonSerializer.Serialize(new { Records = new[] { new { messageId = "m", body } } });
        listener.Prefixes.Add($"http://{endpoint}/");
        listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The function's environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_LAMBDA_RUNTIME_API"] = endpoint,
        ["AWS_ENDPOINT_URL"] = $"http://{endpoint}",
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = "access",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_LAMBDA_FUNCTION_NAME"] = "RecordPixelEvents",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
        ["AWS_LAMBDA_LOG_GROUP_NAME"] = "group",
        ["AWS_LAMBDA_LOG_STREAM_NAME"] = "stream",
        ["STACK"] = "benchmark",
        ["PLATFORM"] = "pinpoint",
        ["PINPOINT_APPLICATION_ID"] = "app",
        ["SIGNING_SECRET_ARN"] = "arn:aws:secretsmanager:eu-west-1:000000000000:secret:signing",
        ["JOURNEYS_TABLE"] = "journeys",
        ["JOURNEY_BOOKS_TABLE"] = "books",
        ["JOURNEY_HISTORY_TABLE"] = "history",
    };

    public void Dispose() => listener.Close();

    /// <summary>Gives the next function that asks an invocation.</summary>
    /// <returns>What it answers.</returns>
    public Task<string> HandOutAsync()
    {
        answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting = 1;
        return answered.Task;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            var http = await listener.GetContextAsync();
            using var reader = new StreamReader(http.Request.InputStream, Encoding.UTF8);
            var answer = Answer(http, await reader.ReadToEndAsync());
            if (answer is not null)
            {
                await http.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
                http.Response.Close();
            }
        }
    }

    // Null where the function waits for an invocation that never comes.
    private string? Answer(HttpListenerContext http, string body)
    {
        switch (http.Request.Url!.AbsolutePath)
        {
            case NextInvocation:
                http.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "request";
                http.Response.Headers["Lambda-Runtime-Deadline-Ms"] =
                    DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
                return Interlocked.Exchange(ref waiting, 0) == 1 ? invocation : null;
            case var path when path.StartsWith("/2018-06-01/runtime/", StringComparison.Ordinal):
                http.Response.StatusCode = (int)HttpStatusCode.Accepted;
                answered.TrySetResult(body);
                return """{"status":"OK"}""";
            case var path when path.EndsWith("/events", StringComparison.Ordinal):
                http.Response.StatusCode = (int)HttpStatusCode.Accepted;
                return Encoding.UTF8.GetString(Recording.InstantPinpointHttp.Answer(Encoding.UTF8.GetBytes(body)).Span);
            default:
                return """{"Items":[],"Count":0}""";
        }
    }
}
