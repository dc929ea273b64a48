using Engagement.CompanyEvents;

namespace Engagement.Local.Platforms;

/// <summary>A campaign that the platform has of an announcement.</summary>
internal sealed record ObservedCampaign
{
    public required CampaignIdentity Identity { get; init; }

    /// <summary>Where it is in its life, in the platform's own words, such as <c>COMPLETED</c>.</summary>
    public required string State { get; init; }

    /// <summary>Whether it has yet to begin.</summary>
    public required bool IsScheduled { get; init; }

    /// <summary>Messages that were sent.</summary>
    public required long Sent { get; init; }

    /// <summary>Endpoints that got none, by the reason: a code on <c>ses</c>, words on Pinpoint.</summary>
    public required IReadOnlyDictionary<string, long> LeftOut { get; init; }

    /// <summary>Endpoints of which nobody knows whether they got it.</summary>
    public long Unknown { get; init; }
}
