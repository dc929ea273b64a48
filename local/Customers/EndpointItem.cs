using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Customers;
using Engagement.Times;

namespace Engagement.Local.Customers;

/// <summary>What is said of a customer's endpoint, as Pinpoint's <c>UpdateEndpointsBatch</c> takes it.</summary>
internal static class EndpointItem
{
    private static readonly string[] Numbers = ["Location.Latitude", "Location.Longitude"];

    public static JsonObject From(CustomerUpdate update)
    {
        var item = new JsonObject { ["Id"] = update.EndpointId, ["EffectiveDate"] = IsoInstant.Format(update.Stamp.At) };
        foreach (var (name, text) in update.Fields)
        {
            var path = name.Split('.');
            var parent = path.Length == 1 ? item : (JsonObject)(item[path[0]] ??= new JsonObject());
            parent[path[^1]] = Numbers.Contains(name) ? double.Parse(text, CultureInfo.InvariantCulture) : text;
        }

        item["Attributes"] = Lists(update.Attributes);
        item["Metrics"] = new JsonObject(update.Metrics.Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)metric.Value)));
        item["User"] = new JsonObject { ["UserId"] = update.UserId, ["UserAttributes"] = Lists(update.UserAttributes) };
        return item;
    }

    private static JsonObject Lists(IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) => new(attributes.Select(
        attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)new JsonArray([.. attribute.Value.Select(value => (JsonNode)value)]))));
}
