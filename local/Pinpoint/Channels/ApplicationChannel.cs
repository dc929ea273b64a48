namespace Engagement.Local.Pinpoint.Channels;

/// <summary>What all channels of an application have, whatever their type.</summary>
internal abstract record ApplicationChannel
{
    /// <summary>Whether messages are sent through it; true unless set.</summary>
    public required bool Enabled { get; init; }

    public required DateTimeOffset CreationDate { get; init; }

    public required DateTimeOffset LastModifiedDate { get; init; }

    /// <summary>1 when created, one more with each update.</summary>
    public required int Version { get; init; }
}
