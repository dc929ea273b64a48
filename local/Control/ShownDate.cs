using Engagement.Customers;
using Engagement.Definitions;
using Engagement.Times;

namespace Engagement.Local.Control;

/// <summary>A date of a customer.</summary>
/// <param name="Attribute">The user attribute that holds it.</param>
/// <param name="At">The instant; null where the attribute's value is none.</param>
/// <param name="Text">The date as messages show it; null where nothing set that.</param>
internal sealed record ShownDate(string Attribute, DateTimeOffset? At, string? Text)
{
    /// <summary>The date of an attribute; nothing where the customer has none.</summary>
    public static IEnumerable<ShownDate> Find(string attribute, CustomerProfile customer) =>
        Value(customer, attribute) is { } date
            ? [new(attribute, IsoInstant.Parse(date), Value(customer, DateDefaults.TextOf(attribute)))]
            : [];

    private static string? Value(CustomerProfile customer, string attribute) =>
        customer.UserAttributes.GetValueOrDefault(attribute) is [var value, ..] ? value : null;
}
