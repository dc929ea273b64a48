using Engagement.Customers;

namespace Engagement.Local.Platforms;

/// <summary>A customer of a platform that keeps customers, as the rules of segments and messages look at one.</summary>
internal static class ObservedProfile
{
    // The platform keeps what was said last, and not by which request.
    private static readonly UpdateStamp Said = new(DateTimeOffset.UnixEpoch, "platform");

    public static CustomerProfile Read(ObservedCustomer customer) => new()
    {
        Id = customer.Id,
        Attributes = Stamped(customer.UserAttributes),
        Endpoints = customer.Endpoints.ToDictionary(endpoint => CustomerId.EndpointKey(endpoint.Id), Read, StringComparer.Ordinal),
    };

    private static CustomerEndpoint Read(ObservedEndpoint endpoint) => new()
    {
        Id = endpoint.Id,
        Fields = FieldsOf(endpoint).Where(field => field.Value is not null).ToDictionary(
            field => field.Name, field => new Stamped<string>(field.Value!, Said), StringComparer.Ordinal),
        Attributes = Stamped(endpoint.Attributes),
        Metrics = endpoint.Metrics.ToDictionary(metric => metric.Key, metric => new Stamped<double>(metric.Value, Said)),
    };

    private static IEnumerable<(string Name, string? Value)> FieldsOf(ObservedEndpoint endpoint) =>
    [
        (EndpointField.ChannelType, endpoint.ChannelType),
        (EndpointField.Address, endpoint.Address),
        (EndpointField.OptOut, endpoint.OptOut),
        (EndpointField.EndpointStatus, endpoint.EndpointStatus),
        .. endpoint.Demographic.Select(member => ($"Demographic.{member.Key}", (string?)member.Value)),
        .. endpoint.Location.Select(member => ($"Location.{member.Key}", (string?)member.Value)),
    ];

    private static Dictionary<string, Stamped<IReadOnlyList<string>>> Stamped(
        IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) =>
        attributes.ToDictionary(
            attribute => attribute.Key, attribute => new Stamped<IReadOnlyList<string>>(attribute.Value, Said), StringComparer.Ordinal);
}
