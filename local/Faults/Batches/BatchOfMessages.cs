using System.Text.Json.Nodes;

namespace Engagement.Local.Faults.Batches;

/// <summary>SendMessageBatch of SQS, in its JSON protocol.</summary>
internal sealed class BatchOfMessages : IPartialBatch
{
    public bool NamesErrors => true;

    public Action<JsonObject> Cut(JsonObject request, EntryError error)
    {
        var failed = PartialBatches.Halve(request["Entries"]!.AsArray()).Select(entry => Failed(entry["Id"]!.ToString(), error)).ToArray();
        return answer => answer["Failed"] = new JsonArray([.. failed]);
    }

    private static JsonObject Failed(string id, EntryError error) => new JsonObject
    {
        ["Id"] = id,
        ["SenderFault"] = false,
        ["Code"] = error.Code,
        ["Message"] = error.Message,
    };
}
