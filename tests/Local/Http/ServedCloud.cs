using System.Net.Sockets;
using System.Text;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Server;

namespace Local.Tests.Http;

/// <summary>A cloud without a stack behind its own server.</summary>
internal sealed class ServedCloud : IAsyncDisposable
{
    private readonly HttpClient client = new();

    private ServedCloud(CloudServer server, LocalCloud cloud) => (Server, Cloud) = (server, cloud);

    public CloudServer Server { get; }

    public LocalCloud Cloud { get; }

    public Uri Url => Server.Url;

    /// <param name="served">Whether the cloud is behind the server already.</param>
    /// <param name="open">Whether its stack is up.</param>
    public static async Task<ServedCloud> StartAsync(bool served = true, bool open = true)
    {
        var server = await CloudServer.StartAsync(0, CancellationToken.None);
        var clock = new VirtualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var started = new ServedCloud(
            server, new LocalCloud(new CloudContext { Region = "eu-west-1", BaseUrl = server.Url, Clock = clock }));
        if (served)
        {
            started.Serve();
        }

        if (open)
        {
            server.Open();
        }

        return started;
    }

    public void Serve() => Server.Serve(Cloud, (_, _) => throw new NotSupportedException("These tests deploy nothing."));

    /// <summary>Sends a request, with these headers in addition.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Url, path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await client.SendAsync(request);
    }

    /// <summary>Sends these very bytes, and gives the line with the status.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(Url.Host, Url.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync() ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Cloud.DisposeAsync();
        await Server.DisposeAsync();
    }
}
