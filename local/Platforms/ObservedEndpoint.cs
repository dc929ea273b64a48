using Engagement.Customers;

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

    /// <summary>An endpoint as it is stored.</summary>
    public static ObservedEndpoint From(CustomerEndpoint endpoint) => new()
    {
        Id = endpoint.Id,
        ChannelType = endpoint.ChannelType,
        Address = endpoint.Address,
        OptOut = endpoint.Field(EndpointField.OptOut) ?? "NONE",
        EndpointStatus = endpoint.Field(EndpointField.EndpointStatus) ?? "ACTIVE",
        Demographic = Below("Demographic.", endpoint),
        Location = Below("Location.", endpoint),
        Attributes = WithValues(endpoint.Attributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.Value)),
        Metrics = endpoint.Metrics.ToDictionary(metric => metric.Key, metric => metric.Value.Value),
    };

    private static Dictionary<string, string> Below(string prefix, CustomerEndpoint endpoint) => endpoint.Fields
        .Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(field => field.Key[prefix.Length..], field => field.Value.Value, StringComparer.Ordinal);

    /// <summary>Those that have values: one that was removed may keep its name.</summary>
    public static Dictionary<string, IReadOnlyList<string>> WithValues(IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) =>
        attributes.Where(attribute => attribute.Value.Count > 0).ToDictionary();
}
