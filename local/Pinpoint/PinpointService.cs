using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.Lambda;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Campaigns;
using Engagement.Local.Pinpoint.Channels;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Events;
using Engagement.Local.Pinpoint.Functions;
using Engagement.Local.Pinpoint.Journeys;
using Engagement.Local.Pinpoint.Messages;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Scheduling;
using Engagement.Local.Pinpoint.Segments;
using Engagement.Local.Pinpoint.Tags;
using Engagement.Local.Pinpoint.Templates;
using Engagement.Local.Resources;

namespace Engagement.Local.Pinpoint;

/// <summary>Amazon Pinpoint over its REST-JSON protocol of 2016-12-01.</summary>
internal sealed class PinpointService : IAwsService, IResourceProvider
{
    private readonly OperationRouter router;
    private readonly TagStore tags;

    /// <param name="cloud">Account, region and clock.</param>
    /// <param name="aws">The door to every service; functions are called through it.</param>
    /// <param name="functions">Functions that campaigns and journeys call.</param>
    /// <param name="rates">Requests a second; the account quotas by default.</param>
    /// <param name="callers">The time that callers wait by, beside the clock; none by default.</param>
    /// <param name="logs">Where it is told which messages could not be rendered.</param>
    public PinpointService(
        CloudContext cloud,
        IAwsEndpoint aws,
        IFunctions functions,
        PinpointRates? rates = null,
        TimeProvider? callers = null,
        ILogSink? logs = null)
    {
        tags = new TagStore();
        Applications = new ApplicationStore(cloud, tags);
        var templates = new TemplateStore(cloud, tags);
        var messenger = new Messenger(Outbox, cloud.Clock, logs);
        var caller = new FunctionCaller(cloud, aws, functions);
        Agenda = new Agenda(cloud.Clock);
        var campaigns = new CampaignScheduler(Agenda, new CampaignDelivery(templates, messenger, caller), cloud.Clock);
        var runner = new JourneyRunner(
            Agenda, new JourneyMessages(templates, messenger, caller), new JourneyConditions(Events, cloud.Clock), cloud.Clock);
        var entry = new JourneyEntry(Agenda, runner, cloud.Clock);
        router = new OperationRouter(cloud, new Throttle(cloud.Clock, rates ?? new PinpointRates(), callers),
        [
            .. new AppOperations(Applications, tags, Events).Operations,
            .. new SettingsOperations(Applications, cloud.Clock).Operations,
            .. new ChannelOperations(Applications, cloud.Clock).Operations,
            .. new SmsChannelOperations(Applications, cloud.Clock).Operations,
            .. new EndpointOperations(Applications).Operations,
            .. new UserOperations(Applications).Operations,
            .. new EventOperations(Applications, Events, entry.Occurred, cloud.Clock).Operations,
            .. new SegmentOperations(Applications, tags, entry.Updated).Operations,
            .. new TagOperations(tags).Operations,
            .. new TemplateOperations(cloud, templates, tags).Operations,
            .. new CampaignOperations(Applications, tags, new CampaignRules(templates, cloud.Clock), campaigns, cloud.Clock).Operations,
            .. new JourneyOperations(
                Applications, tags, new JourneyRules(new ActivityRules(templates)), entry, runner, cloud.Clock).Operations,
        ]);
        var (app, emailChannel, smsChannel, emailTemplate) = (
            new AppResource(cloud, Applications, tags),
            new EmailChannelResource(cloud, Applications),
            new SmsChannelResource(cloud, Applications),
            new EmailTemplateResource(cloud, templates, tags));
        ResourceTypes = new Dictionary<string, CreateResource>
        {
            [AppResource.Type] = app.CreateAsync,
            [EmailChannelResource.Type] = emailChannel.CreateAsync,
            [SmsChannelResource.Type] = smsChannel.CreateAsync,
            [EmailTemplateResource.Type] = emailTemplate.CreateAsync,
        };
        Lifecycles = new Dictionary<string, ResourceLifecycle>
        {
            [AppResource.Type] = app.Lifecycle,
            [EmailChannelResource.Type] = emailChannel.Lifecycle,
            [SmsChannelResource.Type] = smsChannel.Lifecycle,
            [EmailTemplateResource.Type] = emailTemplate.Lifecycle,
        };
    }

    public string Name => "pinpoint";

    public string SigningName => "mobiletargeting";

    public string InternalError => "InternalServerErrorException";

    public IReadOnlyDictionary<string, int> Errors { get; } = ServiceErrors.OfRest(
        ("BadRequestException", 400), ("ForbiddenException", 403), ("NotFoundException", 404), (
            "MethodNotAllowedException", 405), ("ConflictException", 409),
        ("PayloadTooLargeException", 413), ("TooManyRequestsException", 429), ("InternalServerErrorException", 500));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    /// <summary>The applications with their endpoints and users.</summary>
    public ApplicationStore Applications { get; }

    /// <summary>The tags of an application, campaign, journey, segment or template; none where there is no such resource.</summary>
    public IReadOnlyDictionary<string, string> TagsOf(string arn) => tags.Find(arn) ?? new Dictionary<string, string>();

    /// <summary>Every event that PutEvents accepted.</summary>
    public EventLog Events { get; } = new();

    /// <summary>Every message that was delivered.</summary>
    public Outbox Outbox { get; } = new();

    /// <summary>What campaigns and journeys have yet to do.</summary>
    public Agenda Agenda { get; }

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
