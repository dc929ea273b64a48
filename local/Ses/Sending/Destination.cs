namespace Engagement.Local.Ses.Sending;

/// <summary>Who gets a message.</summary>
internal sealed record Destination
{
    public IReadOnlyList<string>? ToAddresses { get; init; }

    public IReadOnlyList<string>? CcAddresses { get; init; }

    public IReadOnlyList<string>? BccAddresses { get; init; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All => [.. ToAddresses ?? [], .. CcAddresses ?? [], .. BccAddresses ?? []];
}
