using Engagement.Customers;

namespace Engagement.Local.Platforms;

/// <summary>A customer with the endpoints. The shape is the same on every platform.</summary>
internal sealed record ObservedCustomer
{
    /// <summary>The user's id; of an endpoint without user <c>~</c> and the endpoint's id.</summary>
    public required string Id { get; init; }

    /// <summary>The user's id; null where there is none.</summary>
    public string? UserId { get; init; }

    /// <summary>Attributes of the user, each with its values.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes { get; init; }

    /// <summary>The endpoints, by id.</summary>
    public required IReadOnlyList<ObservedEndpoint> Endpoints { get; init; }

    /// <summary>A customer as it is stored.</summary>
    public static ObservedCustomer From(CustomerProfile profile) => new()
    {
        Id = profile.Id,
        UserId = profile.UserId,
        UserAttributes = ObservedEndpoint.WithValues(profile.UserAttributes),
        Endpoints =
        [
            .. profile.Endpoints.Values.OrderBy(endpoint => endpoint.Id, StringComparer.Ordinal).Select(ObservedEndpoint.From),
        ],
    };
}
