namespace Engagement.Local.Sqs.Messages;

/// <summary>A message as it was sent; it stays the same wherever it is moved.</summary>
internal sealed record SentMessage
{
    /// <summary>Its identifier, in all queues.</summary>
    public required string Id { get; init; }

    /// <summary>The text.</summary>
    public required string Body { get; init; }

    /// <summary>MD5 of the text in UTF-8, 32 hexadecimal digits.</summary>
    public required string BodyMd5 { get; init; }

    /// <summary>What the sender attached, by name.</summary>
    public required MessageAttributes Attributes { get; init; }

    /// <summary>X-Ray header that the sender attached, or null.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>
    /// Group that the sender put it in, 1 to 128 characters, or null. Receivers see it; this cloud's queues are in order of arrival
    /// whatever the group.
    /// </summary>
    public string? GroupId { get; init; }

    /// <summary>The sender; null where the request names none.</summary>
    public string? SenderId { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }
}
