namespace Engagement.Local.Ses.Sending;

/// <summary>A header or tag of a message.</summary>
internal sealed record NamedText
{
    public string? Name { get; init; }

    public string? Value { get; init; }
}
