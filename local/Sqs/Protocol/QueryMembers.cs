using System.Globalization;
using System.Text.Json.Nodes;

namespace Engagement.Local.Sqs.Protocol;

/// <summary>
/// Query parameters such as <c>MessageAttribute.1.Value.StringValue</c> in the shape of the JSON protocol. Names split at dots. Numbered
/// lists become arrays in order of number, and lists of names with values become objects.
/// </summary>
internal static class QueryMembers
{
    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["AttributeName"] = "AttributeNames",
        ["MessageAttributeName"] = "MessageAttributeNames",
        ["MessageSystemAttributeName"] = "MessageSystemAttributeNames",
        ["SendMessageBatchRequestEntry"] = "Entries",
        ["DeleteMessageBatchRequestEntry"] = "Entries",
        ["ChangeMessageVisibilityBatchRequestEntry"] = "Entries",
    };

    // API Gateway's own examples use the plural for a message's attributes, and AWS takes it.
    private static readonly Dictionary<string, string> Maps = new(StringComparer.Ordinal)
    {
        ["MessageAttribute"] = "MessageAttributes",
        ["MessageAttributes"] = "MessageAttributes",
        ["MessageSystemAttribute"] = "MessageSystemAttributes",
    };

    // MessageAttribute.1.Value.StringValue within an entry of a batch is the deepest that means something.
    private const int Deepest = 8;

    public static JsonObject ToJson(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var root = new MemberBranch();
        foreach (var (name, value) in fields)
        {
            var branch = root;
            var parts = name.Split('.');
            foreach (var part in
                parts.Length <= Deepest
                    ? parts
                    : throw SqsError.Create("MalformedInput", $"A parameter's name has more than {Deepest} parts."))
            {
                branch = branch[part];
            }

            branch.Value = value;
        }

        return root.ToJson();
    }

    private sealed class MemberBranch
    {
        private readonly Dictionary<string, MemberBranch> branches = new(StringComparer.Ordinal);

        public string? Value { get; set; }

        public MemberBranch this[string part] => branches.TryGetValue(part, out var branch) ? branch : branches[part] = new MemberBranch();

        public JsonObject ToJson()
        {
            var json = new JsonObject();
            foreach (var (part, branch) in branches)
            {
                (string Name, JsonNode? Value) member =
                    Lists.TryGetValue(part, out var list) ? (list, new JsonArray([.. branch.Numbered().Select(item => item.ToNode())]))
                    : Maps.TryGetValue(part, out var map) ? (map, branch.ToMap())
                    : (part, branch.ToNode());
                json[member.Name] = member.Value;
            }

            return json;
        }

        private JsonNode? ToNode() => branches.Count == 0 ? Value : ToJson();

        private JsonObject ToMap()
        {
            var json = new JsonObject();
            foreach (var entry in Numbered())
            {
                json[entry["Name"].Value ?? throw SqsError.Missing("MessageAttribute.N.Name")] = entry["Value"].ToNode();
            }

            return json;
        }

        private IEnumerable<MemberBranch> Numbered() => branches
            .Select(pair =>
                (Number: int.TryParse(pair.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, pair.Value))
            .OrderBy(pair => pair.Number)
            .Select(pair => pair.Value);
    }
}
