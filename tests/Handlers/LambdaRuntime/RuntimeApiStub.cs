using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Handlers.Tests.LambdaRuntime;

/// <summary>A Lambda Runtime API on a loopback port: hands out the invocations it is given and keeps what the runtime posts.</summary>
internal sealed class RuntimeApiStub : IAsyncDisposable
{
    private readonly HttpListener listener;
    private readonly Channel<StubInvocation> invocations = Channel.CreateUnbounded<StubInvocation>();
    private readonly Channel<Posted> posts = Channel.CreateUnbounded<Posted>();
    private readonly ConcurrentBag<Task> answering = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;

    public RuntimeApiStub()
    {
        (listener, Endpoint) = Listen();
        serving = ServeAsync();
    }

    /// <summary>Host and port, as <c>AWS_LAMBDA_RUNTIME_API</c> has it.</summary>
    public string Endpoint { get; }

    /// <summary>Status of the answers to what is posted.</summary>
    public HttpStatusCode PostStatus { get; set; } = HttpStatusCode.Accepted;

    public void HandOut(string requestId, string payload, TimeSpan? timeLeft = null) =>
        invocations.Writer.TryWrite(new StubInvocation(requestId, payload, timeLeft ?? TimeSpan.FromSeconds(30)));

    /// <summary>The next thing that the runtime posts.</summary>
    public async Task<Posted> NextPostAsync() => await posts.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        await Task.WhenAll(answering);
        listener.Close();
        stopping.Dispose();
    }

    private static (HttpListener Listener, string Endpoint) Listen()
    {
        // HttpListener takes no port 0, so ask the system for a free one; another process may still be faster.
        for (var attempt = 1; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var endpoint = $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";
            probe.Stop();
            var listener = new HttpListener { Prefixes = { $"http://{endpoint}/" } };
            try
            {
                listener.Start();
                return (listener, endpoint);
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                answering.Add(AnswerAsync(await listener.GetContextAsync()));
            }
            catch (Exception exception) when (stopping.IsCancellationRequested
                && exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext http)
    {
        try
        {
            if (http.Request.HttpMethod == "GET")
            {
                await AnswerNextAsync(http.Request.RawUrl!, http.Response);
            }
            else
            {
                using var reader = new StreamReader(http.Request.InputStream, Encoding.UTF8);
                await posts.Writer.WriteAsync(new Posted(
                    http.Request.RawUrl!,
                    http.Request.Headers,
                    http.Request.ContentType,
                    await reader.ReadToEndAsync()));
                http.Response.StatusCode = (int)PostStatus;
                http.Response.OutputStream.Write("""{"status":"OK"}"""u8);
            }

            http.Response.Close();
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpListenerException)
        {
            http.Response.Abort();
        }
    }

    private async Task AnswerNextAsync(string path, HttpListenerResponse response)
    {
        Assert.Equal("/2018-06-01/runtime/invocation/next", path);
        var invocation = await invocations.Reader.ReadAsync(stopping.Token);
        var deadline = DateTimeOffset.UtcNow + invocation.TimeLeft;
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        response.Headers["Lambda-Runtime-Deadline-Ms"] = deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-west-1:000000000000:function:echo";
        response.Headers["Lambda-Runtime-Trace-Id"] = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0";
        response.ContentType = "application/json";
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(invocation.Payload), stopping.Token);
    }

    private sealed record StubInvocation(string RequestId, string Payload, TimeSpan TimeLeft);
}
