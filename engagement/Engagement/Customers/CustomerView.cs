namespace Engagement.Customers;

/// <summary>What rules and templates see of a customer.</summary>
internal static class CustomerView
{
    /// <summary>The latest values of each user attribute, whether an update named the user or one of the user's endpoints alone.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes(CustomerProfile profile)
    {
        var latest = new Dictionary<string, Stamped<IReadOnlyList<string>>>(profile.Attributes, StringComparer.Ordinal);
        foreach (var (name, value) in profile.Endpoints.Values.SelectMany(OfThisUser))
        {
            if (!latest.TryGetValue(name, out var known) || known.Stamp < value.Stamp)
            {
                latest[name] = value;
            }
        }

        return latest.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.Value, StringComparer.Ordinal);
    }

    // What was said while the endpoint was another user's is not this user's.
    private static IEnumerable<KeyValuePair<string, Stamped<IReadOnlyList<string>>>> OfThisUser(CustomerEndpoint endpoint) =>
        endpoint.Owner?.Before is { } before
            ? endpoint.UserAttributes.Where(attribute => attribute.Value.Stamp > before.Stamp)
            : endpoint.UserAttributes;
}
