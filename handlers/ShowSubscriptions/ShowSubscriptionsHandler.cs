using System.Text.Json;
using Engagement;
using Engagement.Consent;
using Engagement.Functions;

namespace ShowSubscriptions;

/// <summary>Answers a request for the page.</summary>
internal sealed class ShowSubscriptionsHandler(SubscriptionsReader reader)
{
    /// <param name="payload">A REST API's request, as its proxy integration hands it in.</param>
    /// <param name="deadline">By when to answer.</param>
    public async Task<GatewayAnswer> HandleAsync(JsonElement payload, Deadline deadline)
    {
        var query = JsonText.Member(payload, "queryStringParameters");
        var page = await reader.ShowAsync(
            JsonText.Read(query, UnsubscribeLinks.TokenParameter),
            JsonText.Read(query, "lang"),
            HeaderIn(payload, "Accept-Language"),
            deadline.Cancellation);
        return new() { StatusCode = page.Status, Body = page.Html };
    }

    // The API hands names of headers on as the reader's program spells them.
    private static string? HeaderIn(JsonElement payload, string name) =>
        JsonText.Member(payload, "headers") is { ValueKind: JsonValueKind.Object } headers
            ? headers.EnumerateObject()
                .Where(header => string.Equals(JsonText.NameOf(header), name, StringComparison.OrdinalIgnoreCase))
                .Select(header => JsonText.Read(header.Value))
                .FirstOrDefault()
            : null;
}
