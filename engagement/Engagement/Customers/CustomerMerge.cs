namespace Engagement.Customers;

/// <summary>
/// Merges what updates say, value by value: of two the later stays, see <see cref="UpdateStamp"/>. So any order of the same updates, with
/// any of them twice, makes the same customer.
/// </summary>
public static class CustomerMerge
{
    /// <summary>An endpoint as if an update were all that is known of it.</summary>
    public static CustomerEndpoint EndpointOf(CustomerUpdate update) => new()
    {
        Id = update.EndpointId,
        Owner = update.UserId is { } userId ? new(new(userId, update.Stamp)) : null,
        Fields = Stamp(FieldsOf(update), update.Stamp),
        Attributes = Stamp(update.Attributes, update.Stamp),
        Metrics = Stamp(update.Metrics, update.Stamp),
        UserAttributes = update.UserId is null
            ? Stamp(update.UserAttributes, update.Stamp)
            : Stamp<IReadOnlyList<string>>([], update.Stamp),
    };

    /// <summary>What two say of one endpoint.</summary>
    public static CustomerEndpoint Join(CustomerEndpoint one, CustomerEndpoint other) => new()
    {
        Id = string.CompareOrdinal(one.Id, other.Id) <= 0 ? one.Id : other.Id,
        Owner = Join(one.Owner, other.Owner),
        Fields = Join(one.Fields, other.Fields),
        Attributes = Join(one.Attributes, other.Attributes),
        Metrics = Join(one.Metrics, other.Metrics),
        UserAttributes = Join(one.UserAttributes, other.UserAttributes),
    };

    /// <summary>The customer with what is said of one of its endpoints.</summary>
    public static CustomerProfile WithEndpoint(CustomerProfile profile, CustomerEndpoint endpoint)
    {
        var key = CustomerId.EndpointKey(endpoint.Id);
        var known = profile.Endpoints.GetValueOrDefault(key);
        return profile with
        {
            Endpoints = new Dictionary<string, CustomerEndpoint>(profile.Endpoints, StringComparer.Ordinal)
            {
                [key] = known is null ? endpoint : Join(known, endpoint),
            },
        };
    }

    /// <summary>The customer without one of its endpoints, by <see cref="CustomerId.EndpointKey"/>.</summary>
    public static CustomerProfile WithoutEndpoint(CustomerProfile profile, string endpointKey) => profile with
    {
        Endpoints = profile.Endpoints.Where(endpoint => endpoint.Key != endpointKey)
            .ToDictionary(endpoint => endpoint.Key, endpoint => endpoint.Value, StringComparer.Ordinal),
    };

    /// <summary>The customer with what an update says of the user.</summary>
    /// <param name="profile">The customer that the update names.</param>
    /// <param name="update">An update that names a user.</param>
    public static CustomerProfile WithUser(CustomerProfile profile, CustomerUpdate update) =>
        profile with { Attributes = Join(profile.Attributes, Stamp(update.UserAttributes, update.Stamp)) };

    private static EndpointOwner? Join(EndpointOwner? one, EndpointOwner? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        // Of each user the latest request, and of those the two latest.
        Stamped<string>?[] named = [one.User, one.Before, other.User, other.Before];
        var latest = named.OfType<Stamped<string>>()
            .OrderByDescending(each => each.Stamp)
            .DistinctBy(each => each.Value, StringComparer.Ordinal)
            .ToList();
        return new(latest[0], latest.ElementAtOrDefault(1));
    }

    // An endpoint that is given an address is active, unless the update says otherwise.
    private static IReadOnlyDictionary<string, string> FieldsOf(CustomerUpdate update) =>
        update.Fields.ContainsKey(EndpointField.Address) && !update.Fields.ContainsKey(EndpointField.EndpointStatus)
            ? new Dictionary<string, string>(update.Fields, StringComparer.Ordinal) { [EndpointField.EndpointStatus] = "ACTIVE" }
            : update.Fields;

    private static Dictionary<string, Stamped<T>> Stamp<T>(IEnumerable<KeyValuePair<string, T>> values, UpdateStamp stamp) =>
        values.ToDictionary(value => value.Key, value => new Stamped<T>(value.Value, stamp), StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, Stamped<T>> Join<T>(
        IReadOnlyDictionary<string, Stamped<T>> one, IReadOnlyDictionary<string, Stamped<T>> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return one.Count == 0 ? other : one;
        }

        var joined = new Dictionary<string, Stamped<T>>(one, StringComparer.Ordinal);
        foreach (var (name, value) in other)
        {
            joined[name] = joined.TryGetValue(name, out var known) && known.Stamp >= value.Stamp ? known : value;
        }

        return joined;
    }
}
