using Engagement.CompanyEvents;
using Engagement.Local.Pinpoint;
using Engagement.Local.Pinpoint.Messages;
using Engagement.Pinpoint.Provisioning;

namespace Engagement.Local.Platforms;

/// <summary>What Pinpoint delivered or could not render.</summary>
internal static class PinpointOutbox
{
    /// <summary>The messages, newest first.</summary>
    public static IEnumerable<OutboxMessage> Of(PinpointService pinpoint)
    {
        var origins = Origins(pinpoint);
        return NewestFirst.Merge(
            pinpoint.Outbox.All.Index().Reverse().Select(each => Message(each.Item, each.Index, origins)),
            pinpoint.Outbox.Failed.Index().Reverse().Select(each => Message(each.Item, each.Index, origins)));
    }

    // By the ids of campaigns and journeys.
    private static Dictionary<string, MessageOrigin> Origins(PinpointService pinpoint)
    {
        var campaigns =
            from application in pinpoint.Applications.All
            from campaign in application.Campaigns.All
            let identity = CampaignIdentity.FromTags(pinpoint.TagsOf(campaign.Arn))
            where identity is not null
            select KeyValuePair.Create(campaign.Id, MessageOrigin.From(identity));
        var journeys =
            from application in pinpoint.Applications.All
            from journey in application.Journeys.All
            let origin = MessageOrigin.FromResource(pinpoint.TagsOf(journey.Arn).GetValueOrDefault(PinpointApplication.ResourceTag))
            where origin is not null
            select KeyValuePair.Create(journey.Id, origin);
        return campaigns.Concat(journeys).ToDictionary(StringComparer.Ordinal);
    }

    private static OutboxMessage Message(DeliveredMessage message, int index, Dictionary<string, MessageOrigin> origins) => new()
    {
        Id = $"delivered-{index}",
        At = message.At,
        Channel = message.Channel,
        Address = message.Address,
        EndpointId = message.EndpointId,
        Origin = Origin(message.CampaignId ?? message.JourneyId, origins),
        Subject = message.Subject,
        Html = message.Html,
        Text = message.Text,
    };

    private static OutboxMessage Message(FailedMessage message, int index, Dictionary<string, MessageOrigin> origins) => new()
    {
        Id = $"failed-{index}",
        At = message.At,
        Channel = message.Channel,
        EndpointId = message.EndpointId,
        Origin = Origin(message.CampaignId ?? message.JourneyId, origins),
        Failure = message.Reason,
    };

    private static MessageOrigin? Origin(string? id, Dictionary<string, MessageOrigin> origins) =>
        id is null ? null : origins.GetValueOrDefault(id);
}
