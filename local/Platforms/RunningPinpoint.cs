using Engagement.CompanyEvents;
using Engagement.CompanyEvents.DryRuns;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Journeys;
using Engagement.Local.Cloud;
using Engagement.Local.Customers;
using Engagement.Local.Pinpoint;
using Engagement.Local.Pinpoint.Campaigns;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Events;
using Engagement.Pinpoint.Journeys;

namespace Engagement.Local.Platforms;

/// <summary>The local Pinpoint, with all its applications.</summary>
internal sealed class RunningPinpoint(LocalCloud cloud) : IRunningPlatform
{
    private readonly PinpointService pinpoint = cloud.Service<PinpointService>();

    public IReadOnlyList<ObservedEvent> Events => [.. pinpoint.Events.Find().Select(Event)];

    public long EventCount => pinpoint.Events.Count;

    public long Sendings => pinpoint.Outbox.Count;

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

    public IEnumerable<OutboxMessage> Outbox => PinpointOutbox.Of(pinpoint);

    public IEnumerable<CustomerProfile> Profiles => pinpoint.Applications.All
        .SelectMany(application => application.Endpoints.All)
        .GroupBy(PinpointProfile.CustomerIdOf)
        .OrderBy(customer => customer.Key, StringComparer.Ordinal)
        .Select(customer => PinpointProfile.From(customer.Key, [.. customer]));

    public IReadOnlyList<ObservedCampaign> Campaigns
    {
        get
        {
            var sent = pinpoint.Outbox.All.CountBy(message => message.CampaignId ?? "").ToDictionary();
            var failed = pinpoint.Outbox.Failed.ToLookup(failure => failure.CampaignId ?? "", failure => failure.Reason);
            return
            [
                .. from application in pinpoint.Applications.All
                   from campaign in application.Campaigns.All
                   let identity = CampaignIdentity.FromTags(pinpoint.TagsOf(campaign.Arn))
                   where identity is not null
                   select new ObservedCampaign
                   {
                       Identity = identity,
                       State = campaign.Status,
                       IsScheduled = campaign.Status == CampaignStatus.Scheduled,
                       Sent = sent.GetValueOrDefault(campaign.Id),
                       LeftOut = failed[campaign.Id].CountBy(reason => reason).ToDictionary(
                           reason => reason.Key, reason => (long)reason.Value, StringComparer.Ordinal),
                   },
            ];
        }
    }

    public FindConsents Consents { get; } = (_, _) =>
        Task.FromResult<IReadOnlyDictionary<string, AddressConsent>>(new Dictionary<string, AddressConsent>());

    public CustomerJourneys? Journeys(string endpointId)
    {
        var (book, now) = (StoredJourneys.Book(cloud), cloud.Context.Clock.GetUtcNow());
        return StoredJourneys.Customer(cloud, endpointId) is not { } customer ? null : customer with
        {
            Enrollments = customer.Enrollments.Values
                .Select(entry => JourneyWays.Inside(book, entry, now))
                .OfType<Enrollment>()
                .ToDictionary(entry => entry.Journey, StringComparer.Ordinal),
        };
    }

    public IEnumerable<ObservedEvent> NewestEvents => pinpoint.Events.Find().Reverse().Select(Event);

    public CustomerProfile? Customer(string id) => pinpoint.Applications.All
        .Select(application => CustomerId.UserIdOf(id) is { } user
            ? application.Endpoints.OfUser(user)
            : [.. new[] { application.Endpoints.Find(CustomerId.EndpointOf(id)!) }.OfType<EndpointResponse>()])
        .Where(endpoints => endpoints.Count > 0 && PinpointProfile.CustomerIdOf(endpoints[0]) == id)
        .Select(endpoints => PinpointProfile.From(id, endpoints))
        .FirstOrDefault();

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

    private static ObservedEvent Event(RecordedEvent recorded) => new()
    {
        ApplicationId = recorded.ApplicationId,
        EndpointId = recorded.EndpointId,
        EventId = recorded.EventId,
        EventType = recorded.EventType,
        Timestamp = recorded.Timestamp,
        RecordedAt = recorded.RecordedAt,
        Attributes = recorded.Attributes,
        Metrics = recorded.Metrics,
    };
}
