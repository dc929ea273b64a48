namespace Engagement.Local.Platforms;

/// <summary>A message that was not delivered.</summary>
internal sealed record ObservedFailure
{
    /// <summary>When, by the cloud's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The Pinpoint application that it is of; null on other platforms.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Such as <c>EMAIL</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The endpoint that it was for; null where the service that sends knows addresses alone.</summary>
    public string? EndpointId { get; init; }

    /// <summary>The address that it was for; null where the service names the endpoint.</summary>
    public string? Address { get; init; }

    /// <summary>The Pinpoint campaign that it is of, or null.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The Pinpoint journey that it is of, or null.</summary>
    public string? JourneyId { get; init; }

    /// <summary>Tags by which its feedback finds what it is of.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Why; it names no value of the endpoint.</summary>
    public required string Reason { get; init; }
}
