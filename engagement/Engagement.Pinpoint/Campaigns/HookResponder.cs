using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.CompanyEvents.Audiences;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>
/// A campaign's hook. It takes a batch of endpoints and answers those that get the message, with the event's attributes added for the
/// template.
/// </summary>
public sealed class HookResponder(HookRules rules, CampaignAudience audience, LogWriter log)
{
    /// <summary>How long Pinpoint waits ("Customizing segments with AWS Lambda" in the Pinpoint developer guide).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <returns>The endpoints that get the message, by id; none when the campaign has no rule.</returns>
    /// <exception cref="ServiceException">
    /// The campaign's rule could not be looked up just now: Pinpoint calls again, three times in all.
    /// </exception>
    public async Task<JsonObject> AnswerAsync(JsonElement payload, Deadline deadline)
    {
        using var patience = deadline.Within(Patience);
        var call = HookCall.Read(payload);
        var found = await FindAsync(call, patience.Cancellation);
        var chosen = await audience.ChooseAsync(call.Batch, found, patience);
        return found.Rule is { } rule
            ? new(chosen.Select(
                customer =>
                    KeyValuePair.Create<string, JsonNode?>(customer.EndpointId, call.Endpoints[customer.EndpointId].With(rule.Shown))))
            : [];
    }

    private async Task<AudienceRule> FindAsync(HookCall call, CancellationToken cancellation)
    {
        try
        {
            return await rules.FindAsync(call.ApplicationId, call.CampaignId, cancellation);
        }
        catch (ServiceException exception)
        {
            log.RuleUnavailable(call.CampaignId, exception.Message);
            throw;
        }
    }
}
