using System.Text;

namespace Engagement.Customers;

/// <summary>
/// What a customer may hold. They are the quotas of the platform that takes the least, as in <see cref="Limits"/>, so that customers can
/// move from one platform to another.
/// </summary>
public static class CustomerLimits
{
    /// <summary>Most endpoints of a user.</summary>
    public const int Endpoints = 15;

    /// <summary>Most values of an attribute.</summary>
    public const int Values = 50;

    /// <summary>Most attributes, metrics and user attributes together, for each endpoint.</summary>
    public const int Attributes = 250;

    /// <summary>Most bytes of an endpoint with its user's attributes: 15 KB of UTF-8, counted as JSON without escapes.</summary>
    public const int EndpointBytes = 15 * 1024;

    // Quotes, colon, comma, and the brackets of a list.
    private const int MemberFrame = 6;
    private const int ValueFrame = 3;
    private const int LongestNumber = 25;

    /// <summary>What is wrong with an update, whatever it is applied to; null when nothing is. Without values.</summary>
    public static string? Objection(CustomerUpdate update) =>
        IdObjection(update)
            ?? Objection("a user attribute", update.UserAttributes)
            ?? Objection("an attribute", update.Attributes)
            ?? NameObjection("a metric", update.Metrics.Keys)
            ?? FieldObjection(update.Fields);

    /// <summary>What is wrong with a customer after an update of one of its endpoints; null when nothing is. Without values.</summary>
    public static string? Objection(CustomerProfile profile, CustomerEndpoint endpoint) =>
        profile.Endpoints.Count > Endpoints ? $"the user would have more than {Endpoints} endpoints"
        : endpoint.Address is not null && endpoint.ChannelType is null ? "the endpoint has an address and no channel type"
        : endpoint.Attributes.Count + endpoint.Metrics.Count + profile.UserAttributes.Count > Attributes
            ? $"the endpoint would have more than {Attributes} attributes, metrics and user attributes"
        : Size(profile, endpoint) > EndpointBytes ? $"the endpoint would have more than {EndpointBytes} bytes"
        : null;

    private static string? IdObjection(CustomerUpdate update) =>
        update.EndpointId.Length is 0 or > Limits.IdLength || update.EndpointId.AsSpan().ContainsAny('$', '{', '}')
            ? $"the endpoint's id is empty, has more than {Limits.IdLength} characters or one of $ {{ }}"
        : update.UserId is { Length: 0 or > Limits.IdLength } ? $"the user's id is empty or has more than {Limits.IdLength} characters"
        : null;

    private static string? Objection(string kind, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) =>
        NameObjection(kind, attributes.Keys)
            ?? (attributes.Values.Any(values => values.Count > Values) ? $"{kind} has more than {Values} values" : null)
            ?? (attributes.Values.Any(values => values.Any(value => value.Length > Limits.UserAttributeValueLength))
                ? $"{kind} has a value of more than {Limits.UserAttributeValueLength} characters"
                : null);

    private static string? NameObjection(string kind, IEnumerable<string> names) =>
        names.Any(name => name.Length is 0 or > Limits.NameLength)
            ? $"the name of {kind} is empty or has more than {Limits.NameLength} characters"
            : null;

    private static string? FieldObjection(IReadOnlyDictionary<string, string> fields) =>
        fields.Keys.Any(name => !EndpointField.Names.Contains(name)) ? "a field is none of an endpoint's"
        : fields.TryGetValue(EndpointField.ChannelType, out var channel) && !EndpointField.ChannelTypes.Contains(channel)
            ? "the channel type is unknown"
        : fields.TryGetValue(EndpointField.EndpointStatus, out var status) && status is not ("ACTIVE" or "INACTIVE")
            ? "the endpoint's status is neither ACTIVE nor INACTIVE"
        : fields.TryGetValue(EndpointField.OptOut, out var optOut) && optOut is not ("ALL" or "NONE") ? "OptOut is neither ALL nor NONE"
        : null;

    private static int Size(CustomerProfile profile, CustomerEndpoint endpoint) =>
        endpoint.Fields.Sum(field => Size(field.Key) + Size(field.Value.Value))
            + endpoint.Attributes.Sum(attribute => Size(attribute.Key) + Size(attribute.Value.Value))
            + endpoint.Metrics.Keys.Sum(name => Size(name) + LongestNumber)
            + profile.UserAttributes.Sum(attribute => Size(attribute.Key) + Size(attribute.Value));

    private static int Size(IReadOnlyList<string> values) => values.Sum(value => ValueFrame + Encoding.UTF8.GetByteCount(value));

    private static int Size(string text) => MemberFrame + Encoding.UTF8.GetByteCount(text);
}
