using Engagement.Local.Pinpoint.Campaigns;
using Engagement.Local.Pinpoint.Channels;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Events;
using Engagement.Local.Pinpoint.Journeys;
using Engagement.Local.Pinpoint.Segments;

namespace Engagement.Local.Pinpoint.Apps;

/// <summary>One application (the console calls it a project) and what it holds.</summary>
internal sealed class Application(string id, string arn, string name, DateTimeOffset creationDate, TimeProvider clock)
{
    private volatile ApplicationSettings settings = new();
    private volatile EmailChannel? email;
    private volatile SmsChannel? sms;

    /// <summary>32 hexadecimal digits.</summary>
    public string Id { get; } = id;

    /// <summary>ARN, <c>…:apps/</c> and the id.</summary>
    public string Arn { get; } = arn;

    /// <summary>Name for people; need not be unique.</summary>
    public string Name { get; } = name;

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreationDate { get; } = creationDate;

    /// <summary>Its endpoints and their users.</summary>
    public EndpointStore Endpoints { get; } = new(id, clock);

    /// <summary>When its endpoints last sent events.</summary>
    public EndpointActivity Activity { get; } = new();

    /// <summary>Its segments.</summary>
    public SegmentStore Segments { get; } = new(id, arn, clock);

    /// <summary>Its campaigns. One that is removed stops where it is.</summary>
    public ResourceStore<Campaign> Campaigns { get; } = new(
        "campaign", campaign => campaign.Id, campaign => campaign.Status = CampaignStatus.Deleted);

    /// <summary>Its journeys. A customer on a journey that is removed goes no further.</summary>
    public ResourceStore<Journey> Journeys { get; } = new(
        "journey", journey => journey.Id, journey => journey.State = JourneyState.Cancelled);

    /// <summary>Names of event types, attributes and metrics that its events have used.</summary>
    public EventNames EventNames { get; } = new();

    /// <summary>Defaults for campaigns and journeys.</summary>
    public ApplicationSettings Settings
    {
        get => settings;
        set => settings = value;
    }

    /// <summary>The e-mail channel, or null where it was never set up or has been deleted.</summary>
    public EmailChannel? Email
    {
        get => email;
        set => email = value;
    }

    /// <summary>The SMS channel, or null where it was never set up or has been deleted.</summary>
    public SmsChannel? Sms
    {
        get => sms;
        set => sms = value;
    }
}
