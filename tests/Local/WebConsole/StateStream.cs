using System.Net.ServerSentEvents;
using System.Text.Json;
using Local.Tests.Http;

namespace Local.Tests.WebConsole;

/// <summary>A client of <c>/_local/stream</c>.</summary>
internal sealed class StateStream : IAsyncDisposable
{
    private readonly HttpClient client = new();
    private IAsyncEnumerator<SseItem<JsonElement>>? states;

    private StateStream()
    {
    }

    /// <summary>Connects.</summary>
    /// <param name="cloud">The cloud to connect to.</param>
    /// <param name="last">The id that was heard last; null for one that was never there.</param>
    public static async Task<StateStream> OpenAsync(ServedCloud cloud, string? last = null)
    {
        var stream = new StateStream();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cloud.Url, "/_local/stream"));
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        var answer = await stream.client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        stream.states = SseParser.Create(await answer.Content.ReadAsStreamAsync(), (_, data) => JsonElement.Parse(data)).EnumerateAsync()
            .GetAsyncEnumerator();
        return stream;
    }

    /// <summary>The next state that is said.</summary>
    public async Task<SseItem<JsonElement>> NextAsync() => await states!.MoveNextAsync()
        ? states.Current
        : throw new InvalidOperationException("The stream has ended.");

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
