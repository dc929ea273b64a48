using System.Text.Json.Nodes;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Functions;
using Engagement.Local.Pinpoint.Messages;
using Engagement.Local.Pinpoint.Templates;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>Sends what a journey's activities send. Participants go on whether or not a message reached them.</summary>
internal sealed class JourneyMessages(TemplateStore templates, Messenger messenger, FunctionCaller functions)
{
    /// <summary>Attributes that a function may answer for one endpoint (user guide, "Set up the journey's custom activity").</summary>
    public const int MaximumEventAttributes = 5;

    /// <summary>Sends an activity's message to a group, in its order.</summary>
    public async Task SendAsync(
        Application application, Journey journey, string activityId, Activity activity, IReadOnlyList<Participant> group)
    {
        if (activity.Custom is { } custom)
        {
            await CallAsync(application, journey, activityId, custom, group);
        }
        else if (activity.Email is { } email)
        {
            Deliver(application, journey, activityId, email, "EMAIL", group);
        }
        else if (activity.Sms is { } sms)
        {
            Deliver(application, journey, activityId, sms, "SMS", group);
        }
    }

    private void Deliver(
        Application application,
        Journey journey,
        string activityId,
        MessageActivity activity,
        string channel,
        IReadOnlyList<Participant> group)
    {
        var parts = templates.Find(activity.TemplateName!, channel, activity.TemplateVersion) is { } template
            ? MessageParts.From(template)
            : null;
        var source = new MessageSource(CampaignId: null, journey.Id);
        foreach (var participant in group)
        {
            if (application.Endpoints.Find(participant.EndpointId) is { } endpoint && endpoint.ChannelType == channel
                && messenger.Deliver(application, Recipient.From(endpoint), parts, source) == MessageOutcome.Delivered)
            {
                foreach (var happened in
                    channel == "EMAIL" ? ["_email.send", "_email.delivered"] : new[] { "_SMS.BUFFERED", "_SMS.SUCCESS" })
                {
                    participant.Add(new JourneyEvent(activityId, happened, new Dictionary<string, string>()));
                }
            }
        }
    }

    private async Task CallAsync(
        Application application, Journey journey, string activityId, CustomMessageActivity activity, IReadOnlyList<Participant> group)
    {
        var addressed =
            group.Select(participant => (Participant: participant, Endpoint: application.Endpoints.Find(participant.EndpointId)))
            .Where(each => each.Endpoint is { } endpoint && IsAddressed(activity, endpoint))
            .Select(each => (each.Participant, Recipient: Recipient.From(each.Endpoint!)));
        foreach (var batch in addressed.Chunk(FunctionCaller.MaximumEndpoints))
        {
            var payload = new JsonObject
            {
                ["ApplicationId"] = application.Id,
                ["JourneyId"] = journey.Id,
                ["Data"] = activity.MessageConfig?.Data,
                ["Endpoints"] = new JsonObject(
                    batch.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Recipient.Id, each.Recipient.Definition))),
            };
            var answer = await functions.CallAsync(activity.DeliveryUri!, journey.Arn, payload);
            foreach (var (participant, recipient) in batch.Where(_ => answer.Succeeded))
            {
                participant.Add(new JourneyEvent(activityId, "_custom.delivered", EventAttributes(answer.About(recipient.Id))));
            }
        }
    }

    private static bool IsAddressed(CustomMessageActivity activity, EndpointResponse endpoint) =>
        endpoint is { EndpointStatus: "ACTIVE", OptOut: not "ALL", ChannelType: { } channel }
            && (activity.EndpointTypes is null or { Count: 0 } || activity.EndpointTypes.Contains(channel));

    private static Dictionary<string, string> EventAttributes(JsonNode? answered) =>
        (answered is JsonObject endpoint && endpoint["EventAttributes"] is JsonObject attributes ? attributes : [])
            .Where(each => each.Value is JsonValue)
            .Take(MaximumEventAttributes)
            .ToDictionary(each => each.Key, each => each.Value!.ToString(), StringComparer.Ordinal);
}
