namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>An endpoint as it is stored. Its dictionaries are never changed, only replaced.</summary>
internal sealed record Endpoint
{
    /// <summary>As it was first written; Pinpoint's endpoint ids are case-insensitive.</summary>
    public required string Id { get; init; }

    public string? Address { get; init; }

    public string? ChannelType { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = EndpointMerge.NoAttributes;

    public IReadOnlyDictionary<string, double> Metrics { get; init; } = EndpointMerge.NoMetrics;

    public EndpointDemographic? Demographic { get; init; }

    public EndpointLocation? Location { get; init; }

    public required string EffectiveDate { get; init; }

    public required string EndpointStatus { get; init; }

    public required string OptOut { get; init; }

    public required string RequestId { get; init; }

    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>Its user, or null.</summary>
    public string? UserId { get; init; }

    /// <summary>
    /// User attributes that were given before the endpoint had a user; those of a user are the user's, see <see cref="User"/>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> OwnUserAttributes { get; init; } = EndpointMerge.NoAttributes;
}
