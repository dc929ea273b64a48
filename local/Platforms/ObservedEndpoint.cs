namespace Engagement.Local.Platforms;

/// <summary>An endpoint of a customer.</summary>
internal sealed record ObservedEndpoint
{
    public required string Id { get; init; }

    public string? ChannelType { get; init; }

    public string? Address { get; init; }

    /// <summary><c>ALL</c> or <c>NONE</c>.</summary>
    public required string OptOut { get; init; }

    /// <summary><c>ACTIVE</c> or <c>INACTIVE</c>.</summary>
    public required string EndpointStatus { get; init; }

    /// <summary>The device, by names such as <c>Platform</c>.</summary>
    public required IReadOnlyDictionary<string, string> Demographic { get; init; }

    /// <summary>The place, by names such as <c>Country</c>.</summary>
    public required IReadOnlyDictionary<string, string> Location { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; }

    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>
    /// The user that it belongs to, as endpoints of Pinpoint show it; null where there is none, or the customer shows it.
    /// </summary>
    public ObservedUser? User { get; init; }
}
