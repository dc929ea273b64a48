using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Handlers.Tests.AwsSdk;

/// <summary>
/// An HTTP service on this machine that keeps the requests it gets and gives the answers it was told to, the last one for ever.
/// </summary>
internal sealed class LoopbackService : IAsyncDisposable
{
    private readonly HttpListener listener;
    private readonly Queue<ScriptedAnswer> answers;
    private readonly ConcurrentQueue<RecordedRequest> requests = new();
    private readonly TaskCompletionSource stopped = new();
    private readonly Task serving;

    public LoopbackService(params ScriptedAnswer[] answers)
    {
        this.answers = new Queue<ScriptedAnswer>(answers);
        (listener, Url) = Listen();
        serving = ServeAsync();
    }

    public string Url { get; }

    public IReadOnlyList<RecordedRequest> Requests => [.. requests];

    public RecordedRequest Request => Assert.Single(Requests);

    public async ValueTask DisposeAsync()
    {
        stopped.SetResult();
        listener.Close();
        await serving;
    }

    private static (HttpListener Listener, string Url) Listen()
    {
        // Another process may take the port between finding and using it.
        for (var attempt = 1; ; attempt++)
        {
            var url = $"http://127.0.0.1:{FreePort()}/";
            var listener = new HttpListener { Prefixes = { url } };
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        while (!stopped.Task.IsCompleted)
        {
            try
            {
                open.Add(AnswerAsync(await listener.GetContextAsync()));
            }
            catch (Exception exception) when (stopped.Task.IsCompleted && exception is HttpListenerException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(open);
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var headers = context.Request.Headers;
        var request = new RecordedRequest(
            context.Request.HttpMethod,
            context.Request.RawUrl!,
            headers.AllKeys.ToDictionary(name => name!.ToUpperInvariant(), name => headers[name]!, StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        requests.Enqueue(request);
        var answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        if (answer.Hangs)
        {
            await stopped.Task;
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-RequestId"] = ScriptedAnswer.RequestId;
        if (answer.ErrorType is not null)
        {
            context.Response.Headers["x-amzn-ErrorType"] = answer.ErrorType;
        }

        await context.Response.OutputStream.WriteAsync(answer.BytesFor(request));
        context.Response.Close();
    }
}
