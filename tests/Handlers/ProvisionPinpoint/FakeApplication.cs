using System.Globalization;
using Engagement.Pinpoint.Provisioning;

namespace Handlers.Tests.ProvisionPinpoint;

/// <summary>A Pinpoint application in memory, which can fail at a call.</summary>
internal sealed class FakeApplication(TimeProvider time) : IEndpointResources, ISegmentResources, ICampaignResources, IJourneyResources
{
    private readonly Dictionary<string, (string Name, SegmentDeclaration Definition)> segments = [];
    private readonly List<(string Name, FoundCampaign Campaign, CampaignDeclaration Definition)> campaigns = [];
    private readonly List<(string Name, FoundJourney Journey)> journeys = [];
    private int last;

    /// <summary>The call that fails, once.</summary>
    public string? Failing { get; set; }

    public HashSet<string> Endpoints { get; } = [];

    public IReadOnlyDictionary<string, (string Name, SegmentDeclaration Definition)> Segments => segments;

    public IReadOnlyList<(string Name, FoundCampaign Campaign, CampaignDeclaration Definition)> Campaigns => campaigns;

    public IReadOnlyList<FoundJourney> Journeys => [.. journeys.Select(each => each.Journey)];

    public void Change(string journeyId, Func<FoundJourney, FoundJourney> change)
    {
        var index = journeys.FindIndex(each => each.Journey.Id == journeyId);
        journeys[index] = (journeys[index].Name, change(journeys[index].Journey));
    }

    public void Start(string campaignId)
    {
        var index = campaigns.FindIndex(each => each.Campaign.Id == campaignId);
        campaigns[index] = campaigns[index] with { Campaign = campaigns[index].Campaign with { HasStarted = true } };
    }

    Task<ProvisionedResource> IEndpointResources.PutAsync(EndpointDeclaration endpoint, CancellationToken cancellation)
    {
        Endpoints.Add(endpoint.EndpointId);
        return Task.FromResult(new ProvisionedResource(endpoint.EndpointId, $"arn:{endpoint.EndpointId}"));
    }

    Task IEndpointResources.DeleteAsync(string endpointId, CancellationToken cancellation) => Done(Endpoints.Remove(endpointId));

    Task<IReadOnlyList<ProvisionedResource>> ISegmentResources.FindAsync(string name, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ProvisionedResource>>([
            .. segments.Where(pair => pair.Value.Name == name).Select(pair => new ProvisionedResource(pair.Key, $"arn:{pair.Key}")),
        ]);

    Task<ProvisionedResource> ISegmentResources.CreateAsync(string name, SegmentDeclaration segment, CancellationToken cancellation)
    {
        var id = NextId();
        segments[id] = (name, segment);
        FailAt("CreateSegment");
        return Task.FromResult(new ProvisionedResource(id, $"arn:{id}"));
    }

    Task ISegmentResources.UpdateAsync(string id, string name, SegmentDeclaration segment, CancellationToken cancellation)
    {
        segments[id] = (name, segment);
        return Task.CompletedTask;
    }

    Task ISegmentResources.DeleteAsync(string id, CancellationToken cancellation) => Done(segments.Remove(id));

    Task<IReadOnlyList<FoundCampaign>> ICampaignResources.FindAsync(string name, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<FoundCampaign>>([.. campaigns.Where(each => each.Name == name).Select(each => each.Campaign)]);

    Task<ProvisionedResource> ICampaignResources.CreateAsync(string name, CampaignDeclaration campaign, CancellationToken cancellation)
    {
        var id = NextId();
        campaigns.Add((name, new(id, $"arn:{id}", HasStarted: campaign.Start is null, campaign.Start), campaign));
        return Task.FromResult(new ProvisionedResource(id, $"arn:{id}"));
    }

    Task ICampaignResources.UpdateAsync(string id, CampaignDeclaration campaign, CancellationToken cancellation)
    {
        var index = campaigns.FindIndex(each => each.Campaign.Id == id);
        campaigns[index] = (campaigns[index].Name, campaigns[index].Campaign with { Start = campaign.Start }, campaign);
        return Task.CompletedTask;
    }

    Task ICampaignResources.DeleteAsync(string id, CancellationToken cancellation) =>
        Done(campaigns.RemoveAll(each => each.Campaign.Id == id));

    Task<IReadOnlyList<FoundJourney>> IJourneyResources.FindAsync(string name, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<FoundJourney>>([.. journeys.Where(each => each.Name == name).Select(each => each.Journey)]);

    Task<FoundJourney> IJourneyResources.CreateAsync(
        string name,
        string definition,
        JourneyDeclaration journey,
        CancellationToken cancellation)
    {
        var id = NextId();
        var made = new FoundJourney
        {
            Id = id,
            Arn = $"arn:{id}",
            Phase = JourneyPhase.Draft,
            Definition = null,
            IsEdited = false,
            ChangedAt = time.GetUtcNow(),
        };
        journeys.Add((name, made));
        FailAt("TagResource");
        var tagged = made with
        {
            Definition = definition,
            DrainFor = journey.DrainFor is { } drainFor ? System.Xml.XmlConvert.ToTimeSpan(drainFor) : null,
            Ends = journey.DrainFor is null ? null : time.GetUtcNow() + PinpointJourneyResources.Open,
        };
        Change(id, _ => tagged);
        return Task.FromResult(tagged);
    }

    Task IJourneyResources.ActivateAsync(
        string id,
        string name,
        string definition,
        JourneyDeclaration journey,
        CancellationToken cancellation)
    {
        FailAt("UpdateJourney");
        Change(id, each => each with { Phase = JourneyPhase.Active, ChangedAt = time.GetUtcNow() });
        return Task.CompletedTask;
    }

    Task<IReadOnlyList<(string Name, FoundJourney Journey)>> IJourneyResources.FindDrainableAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<(string Name, FoundJourney Journey)>>([.. journeys.Where(each => each.Journey.DrainFor is not null)]);

    Task<IReadOnlyList<FoundJourney>> IJourneyResources.FindEventStartedAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<FoundJourney>>(
            [.. journeys.Select(each => each.Journey).Where(each => each.Phase == JourneyPhase.Active)]);

    Task IJourneyResources.DrainAsync(string id, DateTimeOffset until, CancellationToken cancellation)
    {
        Change(id, each => each with { DrainsUntil = until });
        return Task.CompletedTask;
    }

    Task IJourneyResources.KeepAsync(string id, CancellationToken cancellation)
    {
        Change(id, each => each with { DrainsUntil = null });
        return Task.CompletedTask;
    }

    Task<string> IJourneyResources.RenewAsync(string id, CancellationToken cancellation)
    {
        FailAt("RenewJourney");
        var (name, old) = journeys.Single(each => each.Journey.Id == id);
        var next = NextId();
        journeys.Add((name, old with { Id = next, Arn = $"arn:{next}", Ends = old.Ends + PinpointJourneyResources.Open }));
        return Task.FromResult(next);
    }

    Task IJourneyResources.CancelAsync(string id, CancellationToken cancellation)
    {
        FailAt("UpdateJourneyState");
        Change(id, each => each with { Phase = JourneyPhase.Ended });
        return Task.CompletedTask;
    }

    Task IJourneyResources.DeleteAsync(string id, CancellationToken cancellation) =>
        Done(journeys.RemoveAll(each => each.Journey.Id == id));

    private static Task Done(object _) => Task.CompletedTask;

    private string NextId() => (++last).ToString(CultureInfo.InvariantCulture);

    private void FailAt(string call)
    {
        if (Failing == call)
        {
            Failing = null;
            throw new ProvisioningException($"{call} failed");
        }
    }
}
