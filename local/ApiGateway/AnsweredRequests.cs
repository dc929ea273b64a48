using System.Collections.Concurrent;

namespace Engagement.Local.ApiGateway;

/// <summary>Ids of the requests that were answered with success, for whoever checks that nothing of them was lost.</summary>
internal sealed class AnsweredRequests
{
    private const string RequestId = "x-amzn-RequestId";

    private readonly ConcurrentDictionary<string, bool> ids = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Ids => [.. ids.Keys];

    public void Add(GatewayResponse response)
    {
        if (response.StatusCode is >= 200 and < 300 && response.Headers.TryGetValue(RequestId, out var id))
        {
            ids[id] = true;
        }
    }
}
