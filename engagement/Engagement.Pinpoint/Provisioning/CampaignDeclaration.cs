namespace Engagement.Pinpoint.Provisioning;

/// <summary>A campaign that sends a message once.</summary>
public sealed record CampaignDeclaration
{
    /// <summary>The campaign's name as the console shows it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Id of the segment that it goes to.</summary>
    public required string SegmentId { get; init; }

    /// <summary>Name of the e-mail template; null where it sends no e-mail.</summary>
    public string? Template { get; init; }

    /// <summary>Name of the SMS template; null where it sends no text message.</summary>
    public string? SmsTemplate { get; init; }

    /// <summary>Type of the text messages, such as <c>PROMOTIONAL</c>; null where it sends none.</summary>
    public string? TextType { get; init; }

    /// <summary>Sender; null for that of the e-mail channel.</summary>
    public string? From { get; init; }

    /// <summary>ARN of the function that filters the audience.</summary>
    public required string HookArn { get; init; }

    /// <summary>When it starts, at least 15 minutes ahead; null: when it is created.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Tags that say which campaign of which announcement it is.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
