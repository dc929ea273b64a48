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
    public static async Task<StateStream> OpenAsync(ServedCloud cloud)
    {
        var stream = new StateStream();
        var answer = await stream.client.GetAsync(new Uri(cloud.Url, "/_local/stream"), HttpCompletionOption.ResponseHeadersRead);
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
