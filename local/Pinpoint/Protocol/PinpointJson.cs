using System.Text.Json.Serialization;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Channels;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Events;
using Engagement.Local.Pinpoint.Tags;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>The shapes of Pinpoint's service model as JSON; members that are null are left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApplicationResponse))]
[JsonSerializable(typeof(ApplicationSettings))]
[JsonSerializable(typeof(ApplicationsResponse))]
[JsonSerializable(typeof(ChannelsResponse))]
[JsonSerializable(typeof(CreateApplicationRequest))]
[JsonSerializable(typeof(EmailChannelRequest))]
[JsonSerializable(typeof(EmailChannelResponse))]
[JsonSerializable(typeof(EndpointBatchRequest))]
[JsonSerializable(typeof(EndpointRequest))]
[JsonSerializable(typeof(EndpointResponse))]
[JsonSerializable(typeof(EndpointsResponse))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(EventsRequest))]
[JsonSerializable(typeof(EventsResponse))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(TagsModel))]
internal sealed partial class PinpointJson : JsonSerializerContext;
