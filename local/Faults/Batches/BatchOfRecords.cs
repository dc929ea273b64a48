using System.Text.Json.Nodes;

namespace Engagement.Local.Faults.Batches;

/// <summary>PutRecordBatch of Firehose, whose answer has an entry for each record, in their order.</summary>
internal sealed class BatchOfRecords : IPartialBatch
{
    public bool NamesErrors => true;

    public Action<JsonObject> Cut(JsonObject request, EntryError error)
    {
        var failed = PartialBatches.Halve(request["Records"]!.AsArray()).Count;
        return answer =>
        {
            var responses = answer["RequestResponses"]!.AsArray();
            for (var index = 0; index < failed; index++)
            {
                responses.Insert((2 * index) + 1, Failed(error));
            }

            answer["FailedPutCount"] = (int)answer["FailedPutCount"]! + failed;
        };
    }

    private static JsonObject Failed(EntryError error) => new() { ["ErrorCode"] = error.Code, ["ErrorMessage"] = error.Message };
}
