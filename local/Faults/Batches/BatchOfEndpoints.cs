using System.Text.Json.Nodes;

namespace Engagement.Local.Faults.Batches;

/// <summary>PutEvents of Pinpoint: endpoints, each with its events.</summary>
internal sealed class BatchOfEndpoints : IPartialBatch
{
    public bool NamesErrors => true;

    public Action<JsonObject> Cut(JsonObject request, EntryError error)
    {
        var items = request["BatchItem"]!.AsObject();
        var failed = items.Where((_, index) => index % 2 == 1).ToDictionary(item => item.Key, item => Failed(item.Value!, error));
        foreach (var endpoint in failed.Keys)
        {
            items.Remove(endpoint);
        }

        return answer =>
        {
            foreach (var (endpoint, result) in failed)
            {
                answer["Results"]![endpoint] = result;
            }
        };
    }

    private static JsonObject Failed(JsonNode item, EntryError error) => new()
    {
        ["EndpointItemResponse"] = Result(error),
        ["EventsItemResponse"] = new JsonObject(
            item["Events"]!.AsObject().Select(each => KeyValuePair.Create<string, JsonNode?>(each.Key, Result(error)))),
    };

    private static JsonObject Result(EntryError error) => new() { ["StatusCode"] = error.Status, ["Message"] = error.Message };
}
