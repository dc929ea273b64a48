using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.Faults.Batches;

/// <summary>The operations of which a part can fail.</summary>
internal static class PartialBatches
{
    private static readonly Dictionary<(string Service, string Operation), IPartialBatch> All = new()
    {
        [("dynamodb", "BatchGetItem")] = new BatchOfKeys(),
        [("firehose", "PutRecordBatch")] = new BatchOfRecords(),
        [("pinpoint", "PutEvents")] = new BatchOfEndpoints(),
        [("sqs", "SendMessageBatch")] = new BatchOfMessages(),
    };

    /// <summary>Their names, such as <c>sqs SendMessageBatch</c>.</summary>
    public static IEnumerable<string> Names => All.Keys.Select(operation => $"{operation.Service} {operation.Operation}");

    /// <summary>An operation; null where no part of it can fail.</summary>
    public static IPartialBatch? Find(string service, string operation) => All.GetValueOrDefault((service, operation));

    /// <summary>Carries out what a part of a request's entries ask for.</summary>
    /// <param name="batch">The operation.</param>
    /// <param name="request">The whole request, in JSON.</param>
    /// <param name="error">What becomes of the other entries.</param>
    /// <param name="execute">Carries out a request.</param>
    public static async Task<AwsResponse> RunAsync(
        IPartialBatch batch, AwsRequest request, EntryError error, Func<AwsRequest, Task<AwsResponse>> execute)
    {
        var body = AwsJson.Body(request);
        var tell = batch.Cut(body, error);
        var answer = await execute(request with { Body = JsonSerializer.SerializeToUtf8Bytes(body) });
        var told = JsonNode.Parse(answer.Body.Span)!.AsObject();
        tell(told);
        return answer with { Body = JsonSerializer.SerializeToUtf8Bytes(told) };
    }

    /// <summary>Takes every second element out of a list.</summary>
    /// <returns>Those that were taken out, in order.</returns>
    public static IReadOnlyList<JsonNode> Halve(JsonArray list)
    {
        JsonNode[] taken = [.. list.Where((_, index) => index % 2 == 1).OfType<JsonNode>()];
        foreach (var element in taken)
        {
            list.Remove(element);
        }

        return taken;
    }
}
