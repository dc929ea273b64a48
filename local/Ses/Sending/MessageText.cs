namespace Engagement.Local.Ses.Sending;

/// <summary>A text and the character set that it is sent in.</summary>
internal sealed record MessageText
{
    public string? Data { get; init; }

    /// <summary>Default: 7-bit ASCII, in which other characters cannot be sent.</summary>
    public string? Charset { get; init; }
}
