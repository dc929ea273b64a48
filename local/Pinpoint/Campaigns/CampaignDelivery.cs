using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Functions;
using Engagement.Local.Pinpoint.Messages;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Templates;

namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>Delivers a campaign to the members of its segment, by way of its hook where it has one.</summary>
internal sealed class CampaignDelivery(TemplateStore templates, Messenger messenger, FunctionCaller functions)
{
    /// <summary>
    /// Delivers to each member once, in order, by batches. A batch whose function fails is left out; the others are delivered.
    /// </summary>
    public async Task<DeliveryOutcome> DeliverAsync(
        Application application, Campaign campaign, CampaignResponse version, ActivityResponse activity, IReadOnlyList<Profile> members)
    {
        var content = new CampaignContent(version, templates);
        var (attempted, delivered, failed) = (0, 0, false);
        foreach (var batch in
            members.Where(member =>
                member.IsReachable && content.Speaks(member.Endpoint.ChannelType)).Chunk(FunctionCaller.MaximumEndpoints))
        {
            if (campaign.Status != CampaignStatus.Executing)
            {
                break;
            }

            // Read at the last moment: endpoints may have changed or gone while the batches before were with the function.
            var recipients =
                batch.Select(member => application.Endpoints.Find(member.Endpoint.Id))
                    .OfType<EndpointResponse>()
                    .Select(Recipient.From)
                    .ToList();
            attempted += recipients.Count;
            var left = await FilterAsync(application, version, activity, recipients);
            var reached = left is null ? null : await DeliverAsync(application, version, activity, content, left);
            failed |= reached is not { HasFailures: false };
            delivered += reached?.Delivered ?? 0;
        }

        return new DeliveryOutcome(attempted, delivered, !failed);
    }

    /// <summary>Those that the hook leaves, as it changed them; null where it failed.</summary>
    private async Task<IReadOnlyList<Recipient>?> FilterAsync(
        Application application, CampaignResponse version, ActivityResponse activity, List<Recipient> recipients)
    {
        var function = (version.Hook ?? application.Settings.CampaignHook)?.LambdaFunctionName;
        if (string.IsNullOrEmpty(function) || recipients.Count == 0)
        {
            return recipients;
        }

        var payload = Payload(application, version, activity, recipients);
        payload["MessageConfiguration"] = version.MessageConfiguration is { } message
            ? JsonSerializer.SerializeToNode(message, PinpointJson.Wire.MessageConfiguration)
            : new JsonObject();
        var answer = await functions.CallAsync(function, version.Arn, payload);
        return answer.Body is null
            ? null
            : [
                .. from recipient in recipients where answer.About(recipient.Id) is JsonObject select recipient.With(
                    (JsonObject)answer.About(recipient.Id)!)
            ];
    }

    /// <summary>
    /// How many were reached, and whether the message of another could not be rendered; null where the function that delivers failed.
    /// </summary>
    private async Task<(int Delivered, bool HasFailures)?> DeliverAsync(
        Application application, CampaignResponse version, ActivityResponse activity, CampaignContent content,
        IReadOnlyList<Recipient> recipients)
    {
        if (version.CustomDeliveryConfiguration is { DeliveryUri: { } function })
        {
            var payload = Payload(application, version, activity, recipients);
            payload["Data"] = version.MessageConfiguration?.CustomMessage?.Data;
            return recipients.Count == 0 || (await functions.CallAsync(function, version.Arn, payload)).Succeeded
                ? (recipients.Count, false)
                : null;
        }

        var source = new MessageSource(version.Id, JourneyId: null);
        var outcomes =
            recipients.Select(recipient => messenger.Deliver(application, recipient, content.For(recipient.ChannelType), source)).ToList();
        return (outcomes.Count(outcome => outcome == MessageOutcome.Delivered), outcomes.Contains(MessageOutcome.Failed));
    }

    private static JsonObject Payload(
        Application application, CampaignResponse version, ActivityResponse activity, IEnumerable<Recipient> recipients) => new()
        {
            ["ApplicationId"] = application.Id,
            ["CampaignId"] = version.Id,
            ["TreatmentId"] = activity.TreatmentId,
            ["ActivityId"] = activity.Id,
            ["ScheduledTime"] = activity.ScheduledStart,
            ["Endpoints"] = new JsonObject(
            recipients.Select(recipient => KeyValuePair.Create<string, JsonNode?>(recipient.Id, recipient.Definition))),
        };
}
