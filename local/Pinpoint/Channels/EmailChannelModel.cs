namespace Engagement.Local.Pinpoint.Channels;

/// <summary>Body of UpdateEmailChannel.</summary>
internal sealed record EmailChannelRequest
{
    public string? ConfigurationSet { get; init; }

    public bool? Enabled { get; init; }

    public string? FromAddress { get; init; }

    public string? Identity { get; init; }

    public string? OrchestrationSendingRoleArn { get; init; }

    public string? RoleArn { get; init; }
}

/// <summary>An e-mail channel in answers.</summary>
internal sealed record EmailChannelResponse
{
    public required string ApplicationId { get; init; }

    public string? ConfigurationSet { get; init; }

    public required string CreationDate { get; init; }

    public required bool Enabled { get; init; }

    public required string FromAddress { get; init; }

    public required bool HasCredential { get; init; }

    public required string Id { get; init; }

    public required string Identity { get; init; }

    public required bool IsArchived { get; init; }

    public required string LastModifiedDate { get; init; }

    public required int MessagesPerSecond { get; init; }

    public string? OrchestrationSendingRoleArn { get; init; }

    public required string Platform { get; init; }

    public string? RoleArn { get; init; }

    public required int Version { get; init; }
}

/// <summary>Answer to GetChannels: each channel by its type.</summary>
/// <param name="Channels">Channels by type, such as <c>EMAIL</c>.</param>
internal sealed record ChannelsResponse(IReadOnlyDictionary<string, ChannelResponse> Channels);

/// <summary>What all channels have, whatever their type.</summary>
internal sealed record ChannelResponse
{
    public required string ApplicationId { get; init; }

    public required string CreationDate { get; init; }

    public required bool Enabled { get; init; }

    public required bool HasCredential { get; init; }

    public required string Id { get; init; }

    public required bool IsArchived { get; init; }

    public required string LastModifiedDate { get; init; }

    public required int Version { get; init; }
}
