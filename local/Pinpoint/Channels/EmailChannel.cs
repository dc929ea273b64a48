namespace Engagement.Local.Pinpoint.Channels;

/// <summary>An application's e-mail channel.</summary>
internal sealed record EmailChannel : ApplicationChannel
{
    /// <summary>Sender.</summary>
    public required string FromAddress { get; init; }

    /// <summary>ARN of the verified SES identity.</summary>
    public required string Identity { get; init; }

    /// <summary>Role that records what becomes of messages, or null.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Role that campaigns and journeys send with, or null.</summary>
    public string? OrchestrationSendingRoleArn { get; init; }

    /// <summary>SES configuration set, or null.</summary>
    public string? ConfigurationSet { get; init; }
}
