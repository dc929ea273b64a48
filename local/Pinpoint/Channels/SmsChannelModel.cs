namespace Engagement.Local.Pinpoint.Channels;

/// <summary>Body of UpdateSmsChannel.</summary>
internal sealed record SmsChannelRequest
{
    public bool? Enabled { get; init; }

    public string? SenderId { get; init; }

    public string? ShortCode { get; init; }
}

/// <summary>An SMS channel in answers.</summary>
internal sealed record SmsChannelResponse
{
    public required string ApplicationId { get; init; }

    public required string CreationDate { get; init; }

    public required bool Enabled { get; init; }

    public required bool HasCredential { get; init; }

    public required string Id { get; init; }

    public required bool IsArchived { get; init; }

    public required string LastModifiedDate { get; init; }

    public required string Platform { get; init; }

    public required int PromotionalMessagesPerSecond { get; init; }

    public string? SenderId { get; init; }

    public string? ShortCode { get; init; }

    public required int TransactionalMessagesPerSecond { get; init; }

    public required int Version { get; init; }
}
