using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Campaigns;
using Engagement.Local.Pinpoint.Channels;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Events;
using Engagement.Local.Pinpoint.Journeys;
using Engagement.Local.Pinpoint.Segments;
using Engagement.Local.Pinpoint.Tags;
using Engagement.Local.Pinpoint.Templates;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>The shapes of Pinpoint's service model as JSON; members that are null are left out.</summary>
[JsonSerializable(typeof(ActivitiesResponse))]
[JsonSerializable(typeof(ApplicationResponse))]
[JsonSerializable(typeof(ApplicationSettings))]
[JsonSerializable(typeof(ApplicationsResponse))]
[JsonSerializable(typeof(CampaignResponse))]
[JsonSerializable(typeof(CampaignsResponse))]
[JsonSerializable(typeof(ChannelsResponse))]
[JsonSerializable(typeof(CreateApplicationRequest))]
[JsonSerializable(typeof(CreateTemplateMessageBody))]
[JsonSerializable(typeof(EmailChannelRequest))]
[JsonSerializable(typeof(SmsChannelRequest))]
[JsonSerializable(typeof(SmsChannelResponse))]
[JsonSerializable(typeof(EmailChannelResponse))]
[JsonSerializable(typeof(EmailTemplateRequest))]
[JsonSerializable(typeof(EndpointBatchRequest))]
[JsonSerializable(typeof(EndpointRequest))]
[JsonSerializable(typeof(EndpointResponse))]
[JsonSerializable(typeof(EndpointsResponse))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(EventsRequest))]
[JsonSerializable(typeof(EventsResponse))]
[JsonSerializable(typeof(JourneyResponse))]
[JsonSerializable(typeof(JourneyStateRequest))]
[JsonSerializable(typeof(JourneysResponse))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(MessageConfiguration))]
[JsonSerializable(typeof(SegmentResponse))]
[JsonSerializable(typeof(SegmentsResponse))]
[JsonSerializable(typeof(SmsTemplateRequest))]
[JsonSerializable(typeof(TagsModel))]
[JsonSerializable(typeof(TemplateResponse))]
[JsonSerializable(typeof(TemplatesResponse))]
[JsonSerializable(typeof(WriteCampaignRequest))]
[JsonSerializable(typeof(WriteJourneyRequest))]
[JsonSerializable(typeof(WriteSegmentRequest))]
internal sealed partial class PinpointJson : JsonSerializerContext
{
    /// <summary>
    /// The shapes as they travel: UTF-8 as it is, which Pinpoint's limits in bytes are meant for, and nothing escaped that JSON lets stand.
    /// </summary>
    public static PinpointJson Wire { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new FiniteNumbers() },
    });
}
