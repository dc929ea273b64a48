namespace Engagement.CompanyEvents;

/// <summary>A campaign that the platform is to have exactly once.</summary>
public sealed record PlannedCampaign
{
    // A minute more than a platform wants, for clocks that differ and the call itself.
    private static readonly TimeSpan Lead = Limits.ScheduleLead + TimeSpan.FromMinutes(1);

    /// <summary>Its name and tags.</summary>
    public required CampaignIdentity Identity { get; init; }

    /// <summary>Name of the segment that it goes to, as in segments.yaml.</summary>
    public required string Segment { get; init; }

    /// <summary>Name of the message template, as in templates/.</summary>
    public required string Template { get; init; }

    /// <summary>When it is due; null: at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>
    /// The start to ask the platform for when the campaign is created at <paramref name="now"/>; null: immediate. It is never before the
    /// campaign is due. It is later only when a launch comes late: a platform wants to know of a scheduled start 15 minutes ahead.
    /// </summary>
    public DateTimeOffset? StartWhenCreated(DateTimeOffset now) =>
        Due is not { } due || due <= now ? null
        : due < now + Lead ? now + Lead
        : due;
}
