namespace Engagement.Local.Platforms;

/// <summary>A message that was delivered.</summary>
internal sealed record ObservedMessage
{
    /// <summary>When, by the cloud's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The Pinpoint application that sent it; null on other platforms.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Such as <c>EMAIL</c>.</summary>
    public required string Channel { get; init; }

    public required string Address { get; init; }

    /// <summary>The endpoint that it went to; null where the service that sends knows addresses alone.</summary>
    public string? EndpointId { get; init; }

    /// <summary>Subject of an e-mail or title of a push notification, otherwise null.</summary>
    public string? Subject { get; init; }

    /// <summary>HTML of an e-mail where it has any, otherwise its text.</summary>
    public required string Body { get; init; }

    /// <summary>The Pinpoint campaign that it is of, or null.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The Pinpoint journey that it is of, or null.</summary>
    public string? JourneyId { get; init; }

    /// <summary>Who it comes from; null where the channel's setting says that.</summary>
    public string? From { get; init; }

    /// <summary>Headers that the sender added, by name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Tags by which its feedback finds what it is of.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
