using System.Text.Json;
using Engagement.Customers;
using Engagement.Local.Pinpoint.Endpoints;

namespace Engagement.Local.Platforms;

/// <summary>The endpoints of a customer in Pinpoint, as the stack's own rules look at a customer.</summary>
internal static class PinpointProfile
{
    // Pinpoint does not tell which update said what.
    private static readonly UpdateStamp Said = new(DateTimeOffset.UnixEpoch, "pinpoint");

    /// <summary>The customer whose endpoint it is.</summary>
    public static string CustomerIdOf(EndpointResponse endpoint) =>
        endpoint.User?.UserId is { } user ? CustomerId.OfUser(user) : CustomerId.OfEndpoint(endpoint.Id);

    /// <summary>The customer of an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="endpoints">All endpoints, at least one.</param>
    public static CustomerProfile From(string id, IReadOnlyList<EndpointResponse> endpoints) => new()
    {
        Id = id,
        Attributes = Lists(endpoints[0].User?.UserAttributes),
        Endpoints = endpoints.ToDictionary(endpoint => CustomerId.EndpointKey(endpoint.Id), From, StringComparer.Ordinal),
    };

    private static CustomerEndpoint From(EndpointResponse endpoint) => new()
    {
        Id = endpoint.Id,
        Fields = Fields(endpoint)
            .Where(field => field.Value is not null)
            .ToDictionary(field => field.Name, field => new Stamped<string>(field.Value!, Said), StringComparer.Ordinal),
        Attributes = Lists(endpoint.Attributes),
        Metrics = (endpoint.Metrics ?? new Dictionary<string, double>())
            .ToDictionary(metric => metric.Key, metric => new Stamped<double>(metric.Value, Said), StringComparer.Ordinal),
    };

    private static IEnumerable<(string Name, string? Value)> Fields(EndpointResponse endpoint) =>
    [
        (EndpointField.Address, endpoint.Address),
        (EndpointField.ChannelType, endpoint.ChannelType),
        (EndpointField.OptOut, endpoint.OptOut),
        (EndpointField.EndpointStatus, endpoint.EndpointStatus),
        .. Below("Demographic.", endpoint.Demographic),
        .. Below("Location.", endpoint.Location),
    ];

    private static IEnumerable<(string Name, string? Value)> Below(string prefix, object? members) => members is null
        ? []
        : JsonSerializer.SerializeToNode(members)!.AsObject().Select(member => (prefix + member.Key, member.Value?.ToString()));

    private static Dictionary<string, Stamped<IReadOnlyList<string>>> Lists(
        IReadOnlyDictionary<string, IReadOnlyList<string>>? attributes) =>
        (attributes ?? new Dictionary<string, IReadOnlyList<string>>())
            .ToDictionary(each => each.Key, each => new Stamped<IReadOnlyList<string>>(each.Value, Said), StringComparer.Ordinal);
}
