using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Reminders;
using Engagement.Times;

namespace Benchmarks.Sending;

/// <summary>Customers as the table has them, in DynamoDB's JSON: each with an address, two attributes and a date.</summary>
internal static class SendingCustomers
{
    /// <summary>How many there are.</summary>
    public const int Count = 1_000;

    /// <summary>The hour that it is, for reminders.</summary>
    public static readonly DateTimeOffset Hour = HourSlot.From(TimeProvider.System.GetUtcNow());

    /// <summary>The date of each, which a message two hours before it is due for.</summary>
    public static readonly DateTimeOffset Date = Hour.AddHours(2.5);

    /// <summary>The part of the index of dates that has them all.</summary>
    public static readonly string Bucket = string.Create(CultureInfo.InvariantCulture, $"appointment_at#{Date:yyyy-MM-dd}#0");

    public static string IdOf(int number) => $"customer-{number:0000}";

    public static int NumberOf(string id) => int.Parse(id.AsSpan("customer-".Length), CultureInfo.InvariantCulture);

    public static JsonObject Item(int number) => new()
    {
        ["id"] = Text(IdOf(number)),
        ["revision"] = new JsonObject { ["N"] = "3" },
        ["attributes"] = Map(
            ("first_name", Stamped(List("Ada"))),
            ("renewal_date", Stamped(List(IsoInstant.Format(Date)))),
            ("appointment_at", Stamped(List(IsoInstant.Format(Date)))),
            ("appointment_at_text", Stamped(List("1 June 2026, 11:30")))),
        ["endpoints"] = Map((EndpointIdOf(number), Map(
            ("id", Text(EndpointIdOf(number))),
            ("user", Stamped(Text(IdOf(number)))),
            ("fields", Map(
                ("Address", Stamped(Text($"customer-{number:0000}@example.com"))),
                ("ChannelType", Stamped(Text("EMAIL"))),
                ("EndpointStatus", Stamped(Text("ACTIVE"))))),
            ("attributes", Map()),
            ("metrics", Map()),
            ("userAttributes", Map())))),
    };

    public static JsonObject Pointer(string key) => new()
    {
        ["id"] = Text(key),
        ["customer"] = Text(IdOf(int.Parse(key.AsSpan("E#endpoint-".Length), CultureInfo.InvariantCulture))),
        ["version"] = new JsonObject { ["N"] = "1" },
    };

    /// <summary>The entry of the index of dates.</summary>
    public static JsonObject DateEntry(int number) => new()
    {
        ["bucket"] = Text(Bucket),
        ["entry"] = Text($"{IsoInstant.Format(Date)}##{IdOf(number)}"),
        ["writtenAt"] = new JsonObject { ["N"] = "1780000000000" },
    };

    private static string EndpointIdOf(int number) => $"endpoint-{number:0000}";

    private static JsonObject Stamped(JsonObject value) =>
        Map(("is", value), ("at", new() { ["N"] = "1780000000000" }), ("by", Text("11111111-1111-1111-1111-111111111111")));

    private static JsonObject Text(string text) => new() { ["S"] = text };

    private static JsonObject List(string text) => new() { ["L"] = new JsonArray(Text(text)) };

    private static JsonObject Map(params IEnumerable<(string Name, JsonObject Value)> members) =>
        new() { ["M"] = new JsonObject(members.Select(each => KeyValuePair.Create(each.Name, (JsonNode?)each.Value))) };
}
