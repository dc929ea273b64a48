using System.Text.Json.Nodes;

namespace Engagement.Local.Faults.Batches;

/// <summary>BatchGetItem of DynamoDB, whose answer has the keys that it did not come to.</summary>
internal sealed class BatchOfKeys : IPartialBatch
{
    public bool NamesErrors => false;

    public Action<JsonObject> Cut(JsonObject request, EntryError error)
    {
        var unprocessed = new Dictionary<string, JsonNode>();
        foreach (var (table, asked) in request["RequestItems"]!.AsObject())
        {
            var rest = asked!.DeepClone();
            rest["Keys"] = new JsonArray([.. PartialBatches.Halve(asked["Keys"]!.AsArray())]);
            unprocessed.Add(table, rest);
        }

        return answer =>
        {
            foreach (var (table, rest) in unprocessed.Where(each => each.Value["Keys"]!.AsArray().Count > 0))
            {
                answer["UnprocessedKeys"]![table] = rest;
            }
        };
    }
}
