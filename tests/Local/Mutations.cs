using System.Text.Json.Nodes;

namespace Local.Tests;

/// <summary>
/// Requests with something unexpected in one place: a service answers each by a result or by one of AWS's errors, and never falls over.
/// </summary>
internal static class Mutations
{
    private static readonly string[] Strange =
    [
        "null", "[]", "[null]", "{}", "[{}]", """{"":null}""", "\"\"", "\" \"", "-1", "0.5", "1e400", "99999999999999999999",
        "true", "\"a\\u0000b\"", "\"\\uffff\"",
        "\"AWS.x..\"", "\"$[?(@.a\"", $"\"{new string('x', 3000)}\"", "\"arn:aws:x\"", "\"2026-13-45T99:99:99Z\"",
        "\"9999-12-31T23:59:59-12:00\"",
    ];

    /// <summary>The request once for each of its places and each strange value.</summary>
    public static IEnumerable<string> Of(string json) =>
        from place in Places(JsonNode.Parse(json)!, [])
        from strange in Strange
        select With(JsonNode.Parse(json)!, place, JsonNode.Parse(strange));

    private static IEnumerable<object[]> Places(JsonNode? node, object[] path) => node switch
    {
        JsonObject json => json.SelectMany(member => Places(member.Value, [.. path, member.Key]).Prepend([.. path, member.Key])),
        JsonArray list => Enumerable.Range(0, list.Count).SelectMany(i => Places(list[i], [.. path, i]).Prepend([.. path, i])),
        _ => [],
    };

    private static string With(JsonNode root, object[] place, JsonNode? value)
    {
        var holder = place.SkipLast(1).Aggregate(root, (node, step) => step is int i ? node[i]! : node[(string)step]!);
        if (place[^1] is int index)
        {
            holder[index] = value;
        }
        else
        {
            holder[(string)place[^1]] = value;
        }

        return root.ToJsonString();
    }
}
