using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.Cloud;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Channels;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Events;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Segments;
using Engagement.Local.Pinpoint.Tags;

namespace Engagement.Local.Pinpoint;

/// <summary>Amazon Pinpoint over its REST-JSON protocol of 2016-12-01.</summary>
internal sealed class PinpointService : IAwsService, IResourceProvider
{
    private readonly Router router;

    /// <param name="cloud">Account, region and clock.</param>
    /// <param name="rates">Requests a second; the account quotas by default.</param>
    public PinpointService(CloudContext cloud, PinpointRates? rates = null)
    {
        var tags = new TagStore();
        Applications = new ApplicationStore(cloud, tags);
        router = new Router(cloud, new Throttle(cloud.Clock, rates ?? new PinpointRates()),
        [
            .. new AppOperations(Applications, tags, Events).Operations,
            .. new SettingsOperations(Applications, cloud.Clock).Operations,
            .. new ChannelOperations(Applications, cloud.Clock).Operations,
            .. new EndpointOperations(Applications).Operations,
            .. new UserOperations(Applications).Operations,
            .. new EventOperations(Applications, Events, cloud.Clock).Operations,
            .. new SegmentOperations(Applications, tags).Operations,
            .. new TagOperations(tags).Operations,
        ]);
        ResourceTypes = new Dictionary<string, CreateResource>
        {
            [AppResource.Type] = new AppResource(cloud, Applications).CreateAsync,
            [EmailChannelResource.Type] = new EmailChannelResource(cloud, Applications).CreateAsync,
        };
    }

    public string Name => "pinpoint";

    public string SigningName => "mobiletargeting";

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    /// <summary>The applications with their endpoints and users.</summary>
    public ApplicationStore Applications { get; }

    /// <summary>Every event that PutEvents accepted.</summary>
    public EventLog Events { get; } = new();

    public AwsOperation Resolve(AwsRequest request) => router.Resolve(request);

    public AwsResponse Error(AwsRequest request, AwsException error)
    {
        var requestId = Guid.NewGuid().ToString();
        var body = JsonSerializer.SerializeToUtf8Bytes(new MessageBody(error.Message, requestId), PinpointJson.Wire.MessageBody);
        return new AwsResponse((int)error.Status, "application/json", body)
        {
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["x-amzn-ErrorType"] = error.Code,
                ["x-amzn-RequestId"] = requestId,
            },
        };
    }
}
