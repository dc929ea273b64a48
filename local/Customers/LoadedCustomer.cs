using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Customers;

namespace Engagement.Local.Customers;

/// <summary>What a line of a file of customers says, as an update of the stack's own store.</summary>
internal static class LoadedCustomer
{
    private const string User = "User";
    private const string UserId = "UserId";
    private const string EffectiveDate = "EffectiveDate";

    /// <param name="endpoint">The endpoint, as <see cref="CustomerFile"/> reads it.</param>
    /// <param name="now">When it is said, where the line has no date of its own.</param>
    /// <exception cref="FormatException">Its date is none.</exception>
    public static CustomerUpdate Read(JsonObject endpoint, DateTimeOffset now)
    {
        var id = (string)endpoint[CustomerColumn.Id]!;
        var user = endpoint[User] as JsonObject;
        return new()
        {
            Stamp = new(At(endpoint, now), $"load-{id}"),
            EndpointId = id,
            UserId = (string?)user?[UserId],
            UserAttributes = Lists(user?["UserAttributes"]),
            Attributes = Lists(endpoint["Attributes"]),
            Metrics = Members(endpoint["Metrics"]).ToDictionary(metric => metric.Key, metric => (double)metric.Value!),
            Fields = Fields(endpoint),
        };
    }

    private static DateTimeOffset At(JsonObject endpoint, DateTimeOffset now) => (string?)endpoint[EffectiveDate] is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : now;

    // Members within members are named by their path, such as Location.Country.
    private static Dictionary<string, string> Fields(JsonObject endpoint) =>
        endpoint.SelectMany(member => member.Value is JsonObject inner
                ? inner.Select(each => (Name: $"{member.Key}.{each.Key}", each.Value))
                : [(Name: member.Key, member.Value)])
            .Where(field => EndpointField.Names.Contains(field.Name))
            .ToDictionary(field => field.Name, field => field.Value!.ToString(), StringComparer.Ordinal);

    private static Dictionary<string, IReadOnlyList<string>> Lists(JsonNode? members) =>
        Members(members).ToDictionary(
            member => member.Key,
            IReadOnlyList<string> (member) => [.. member.Value!.AsArray().Select(value => (string)value!)],
            StringComparer.Ordinal);

    private static JsonObject Members(JsonNode? members) => members as JsonObject ?? [];
}
