using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Handlers.Tests.AwsSdk;

/// <summary>
/// An HTTP service on this machine that answers the first request, and closes the connection upon each later one, once it has read it.
/// </summary>
internal sealed class BreakingService : IAsyncDisposable
{
    private const string HeadersEnd = "\r\n\r\n";
    private const string Answer =
        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 14" + HeadersEnd + "{\"Results\":{}}";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task serving;
    private int requests;

    public BreakingService()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public string Url => $"http://{listener.LocalEndpoint}/";

    /// <summary>How many requests it has read.</summary>
    public int Requests => requests;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await serving;
        listener.Dispose();
        end.Dispose();
    }

    // One connection at a time is enough for a client that waits for each answer.
    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        while (await ReadAsync(stream) && Interlocked.Increment(ref requests) == 1)
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(Answer), end.Token);
        }
    }

    /// <returns>Whether there was a request.</returns>
    private async Task<bool> ReadAsync(NetworkStream stream)
    {
        var (text, buffer) = (new StringBuilder(), new byte[4096]);
        while (!IsWhole($"{text}"))
        {
            var read = await stream.ReadAsync(buffer, end.Token);
            if (read == 0)
            {
                return false;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return true;
    }

    private static bool IsWhole(string text) =>
        text.IndexOf(HeadersEnd, StringComparison.Ordinal) is >= 0 and var headers
            && text.Length >= headers + HeadersEnd.Length + LengthIn(text[..headers]);

    private static int LengthIn(string headers) => headers.Split("\r\n")
        .Where(header => header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(header => int.Parse(header.Split(':')[1], CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
