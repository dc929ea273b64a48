using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.Customers;
using Engagement.Journeys;
using Engagement.Local.Cloud;
using Engagement.Local.Customers;
using Engagement.Local.Pinpoint;
using Engagement.Local.Pinpoint.Campaigns;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Pinpoint.Journeys;

namespace Engagement.Local.Platforms;

/// <summary>The local Pinpoint, with all its applications.</summary>
internal sealed class RunningPinpoint(LocalCloud cloud) : IRunningPlatform
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Nothing = new Dictionary<string, IReadOnlyList<string>>();

    private readonly PinpointService pinpoint = cloud.Service<PinpointService>();

    public IReadOnlyList<ObservedEvent> Events =>
    [
        .. pinpoint.Events.Find().Select(recorded => new ObservedEvent
        {
            ApplicationId = recorded.ApplicationId,
            EndpointId = recorded.EndpointId,
            EventId = recorded.EventId,
            EventType = recorded.EventType,
            Timestamp = recorded.Timestamp,
            RecordedAt = recorded.RecordedAt,
            Attributes = recorded.Attributes,
            Metrics = recorded.Metrics,
        }),
    ];

    public IReadOnlyList<ObservedMessage> Messages =>
    [
        .. pinpoint.Outbox.All.Select(message => new ObservedMessage
        {
            At = message.At,
            ApplicationId = message.ApplicationId,
            Channel = message.Channel,
            Address = message.Address,
            EndpointId = message.EndpointId,
            Subject = message.Subject,
            Body = message.Body,
            CampaignId = message.CampaignId,
            JourneyId = message.JourneyId,
        }),
    ];

    public IReadOnlyList<ObservedFailure> Failures =>
    [
        .. pinpoint.Outbox.Failed.Select(failed => new ObservedFailure
        {
            At = failed.At,
            ApplicationId = failed.ApplicationId,
            Channel = failed.Channel,
            EndpointId = failed.EndpointId,
            CampaignId = failed.CampaignId,
            JourneyId = failed.JourneyId,
            Reason = failed.Reason,
        }),
    ];

    public IReadOnlyList<ObservedCustomer> Customers =>
    [
        .. pinpoint.Applications.All
            .SelectMany(application => application.Endpoints.All)
            .GroupBy(endpoint => endpoint.User?.UserId is { } user ? CustomerId.OfUser(user) : CustomerId.OfEndpoint(endpoint.Id))
            .OrderBy(customer => customer.Key, StringComparer.Ordinal)
            .Select(customer => Observed(customer.Key, [.. customer])),
    ];

    public IReadOnlyList<(CampaignIdentity Identity, bool IsScheduled)> Campaigns =>
    [
        .. from application in pinpoint.Applications.All
           from campaign in application.Campaigns.All
           let identity = CampaignIdentity.FromTags(pinpoint.TagsOf(campaign.Arn))
           where identity is not null
           select (identity, campaign.Status == CampaignStatus.Scheduled),
    ];

    public IEnumerable<Enrollment> Enrollments
    {
        get
        {
            var (book, now) = (StoredJourneys.Book(cloud), cloud.Context.Clock.GetUtcNow());
            return StoredJourneys.Customers(cloud).SelectMany(customer => customer.Enrollments.Values)
                .Select(entry => JourneyWays.Inside(book, entry, now))
                .OfType<Enrollment>();
        }
    }

    public object? Endpoint(string id) =>
        pinpoint.Applications.All.Select(application => application.Endpoints.Find(id)).FirstOrDefault(found => found is not null);

    public Task LoadAsync(IReadOnlyList<CustomerUpdate> endpoints, Action<int> loaded, CancellationToken cancellationToken) =>
        new CustomerLoader(cloud).LoadAsync((string)cloud.Outputs["pinpointApplicationId"]!, endpoints, loaded, cancellationToken);

    private static ObservedCustomer Observed(string id, IReadOnlyList<EndpointResponse> endpoints) => new()
    {
        Id = id,
        UserId = CustomerId.UserIdOf(id),
        UserAttributes = endpoints[0].User?.UserAttributes ?? Nothing,
        Endpoints = [.. endpoints.OrderBy(endpoint => endpoint.Id, StringComparer.Ordinal).Select(Observed)],
    };

    private static ObservedEndpoint Observed(EndpointResponse endpoint) => new()
    {
        Id = endpoint.Id,
        ChannelType = endpoint.ChannelType,
        Address = endpoint.Address,
        OptOut = endpoint.OptOut,
        EndpointStatus = endpoint.EndpointStatus,
        Demographic = Texts(endpoint.Demographic),
        Location = Texts(endpoint.Location),
        Attributes = endpoint.Attributes ?? Nothing,
        Metrics = endpoint.Metrics ?? new Dictionary<string, double>(),
    };

    private static Dictionary<string, string> Texts(object? members) => members is null
        ? []
        : JsonSerializer.SerializeToNode(members)!.AsObject()
            .Where(member => member.Value is not null)
            .ToDictionary(member => member.Key, member => member.Value!.ToString(), StringComparer.Ordinal);
}
