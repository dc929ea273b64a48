using System.Globalization;
using Engagement.Customers;

namespace Engagement.Rendering;

/// <summary>
/// What a template can name of a customer that the stack keeps itself: the same as <see cref="TemplateVariables"/> makes of the endpoint as
/// a platform's API shows it.
/// </summary>
internal static class CustomerVariables
{
    /// <summary>The variables of an endpoint.</summary>
    /// <param name="to">The customer and the endpoint.</param>
    /// <param name="shown">Attributes that stand beside those of the endpoint, in place of one of the same name.</param>
    public static IReadOnlyDictionary<string, object?> Create(CustomerMember to, IReadOnlyDictionary<string, IReadOnlyList<string>> shown)
    {
        var (profile, endpoint) = to;
        var variables = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Id"] = endpoint.Id,
            [EndpointField.EndpointStatus] = endpoint.IsActive ? "ACTIVE" : "INACTIVE",
            [EndpointField.OptOut] = endpoint.HasOptedOut ? "ALL" : "NONE",
            ["Attributes"] = Lists(
                endpoint.Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value.Value)).Concat(shown)),
            ["Metrics"] = endpoint.Metrics.ToDictionary(
                metric => metric.Key, object? (metric) => metric.Value.Value, StringComparer.Ordinal),
            ["User"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["UserId"] = profile.UserId,
                ["UserAttributes"] = Lists(profile.UserAttributes),
            },
        };
        foreach (var (name, value) in endpoint.Fields)
        {
            Add(variables, name, value.Value);
        }

        return variables;
    }

    // A field's name says where it stands, such as Location.City.
    private static void Add(Dictionary<string, object?> variables, string name, string value)
    {
        if (name.Split('.') is not [var group, var member])
        {
            variables[name] = value;
            return;
        }

        if (variables.GetValueOrDefault(group) is not Dictionary<string, object?> members)
        {
            variables[group] = members = new(StringComparer.Ordinal);
        }

        members[member] = IsNumber(name) && double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : value;
    }

    private static bool IsNumber(string name) => name is "Location.Latitude" or "Location.Longitude";

    private static Dictionary<string, object?> Lists(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> attributes)
    {
        var lists = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, values) in attributes)
        {
            lists[name] = new AttributeValues([.. values]);
        }

        return lists;
    }
}
