using System.Collections.Concurrent;
using System.Text.Json;

namespace Engagement.Local.ApiGateway;

/// <summary>The requests that were answered with success, by API, for the check that nothing of them was lost.</summary>
internal sealed class AnsweredRequests
{
    private const string RequestId = "x-amzn-RequestId";

    private readonly ConcurrentDictionary<(string ApiId, string RequestId), string?> answers = new();

    /// <summary>Ids of requests, and the <c>id</c> in each answer that is a JSON object with one.</summary>
    public IReadOnlyCollection<(string ApiId, string RequestId, string? Receipt)> All =>
        [.. answers.Select(answer => (answer.Key.ApiId, answer.Key.RequestId, answer.Value))];

    public void Add(StageRequest request, StageResponse response)
    {
        if (response.StatusCode is >= 200 and < 300 && response.Headers.TryGetValue(RequestId, out var id))
        {
            answers[(request.ApiId, id)] = response.Header("Content-Type") == "application/json" ? IdIn(response.Body) : null;
        }
    }

    private static string? IdIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } answer
                && answer.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (JsonException)
        {
            // An answer that is no JSON names no event.
            return null;
        }
    }
}
