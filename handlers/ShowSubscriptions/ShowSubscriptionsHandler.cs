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
        var token = JsonText.Read(JsonText.Member(payload, "queryStringParameters"), UnsubscribeLinks.TokenParameter);
        var page = await reader.ShowAsync(token, deadline.Cancellation);
        return new() { StatusCode = page.Status, Body = page.Html };
    }
}
