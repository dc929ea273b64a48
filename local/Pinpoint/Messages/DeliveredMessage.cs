namespace Engagement.Local.Pinpoint.Messages;

/// <summary>A message that was delivered, as <c>/_local/messages</c> shows it.</summary>
internal sealed record DeliveredMessage
{
    /// <summary>When it was delivered, by the cloud's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public required string ApplicationId { get; init; }

    /// <summary>The endpoint's channel type, such as <c>EMAIL</c>.</summary>
    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required string EndpointId { get; init; }

    /// <summary>Subject of an e-mail or title of a push notification, otherwise null.</summary>
    public string? Subject { get; init; }

    /// <summary>HTML of an e-mail where it has any.</summary>
    public string? Html { get; init; }

    /// <summary>Text of anything, where it has any.</summary>
    public string? Text { get; init; }

    /// <summary>HTML of an e-mail where it has any, otherwise its text.</summary>
    public string Body => Html ?? Text ?? "";

    /// <summary>Campaign that it is of, or null.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Journey that it is of, or null.</summary>
    public string? JourneyId { get; init; }
}
