using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Sqs.Protocol;

namespace Engagement.Local.Sqs.Operations;

/// <summary>What the batch operations share: ids, at most ten entries, and a result for each.</summary>
internal static class BatchEntries
{
    private const int LongestId = 80;

    /// <summary>The entries.</summary>
    /// <exception cref="AwsException">There are none or too many, or their ids are malformed or not distinct.</exception>
    public static IReadOnlyList<JsonObject> Entries(SqsCall call)
    {
        var entries = (call.Parameters["Entries"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (entries.Count == 0)
        {
            throw SqsError.Create("EmptyBatchRequest", "There should be at least one entry in the request.");
        }

        if (entries.Count > QueueLimits.BatchSize)
        {
            throw SqsError.Create(
                "TooManyEntriesInBatchRequest",
                $"Maximum number of entries per request are {QueueLimits.BatchSize}. You have sent {entries.Count}.");
        }

        var ids = entries.Select(Id).ToList();
        if (!ids.TrueForAll(IsId))
        {
            throw SqsError.Create(
                "InvalidBatchEntryId",
                $"A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most {LongestId} "
                    + "letters long.");
        }

        return ids.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } repeated
            ? throw SqsError.Create("BatchEntryIdsNotDistinct", $"Id {repeated.Key} repeated.")
            : entries;
    }

    /// <summary>Does each entry by itself: one that fails does not hold up the others.</summary>
    public static JsonObject Each(SqsCall call, Func<JsonObject, JsonObject> execute)
    {
        var successful = new JsonArray();
        var failed = new JsonArray();
        foreach (var entry in Entries(call))
        {
            try
            {
                var result = execute(entry);
                result.Insert(0, "Id", Id(entry));
                successful.Add(result);
            }
            catch (AwsException e)
            {
                failed.Add(new JsonObject
                {
                    ["Id"] = Id(entry),
                    ["SenderFault"] = true,
                    ["Code"] = SqsError.QueryCode(e.Code),
                    ["Message"] = e.Message,
                });
            }
        }

        var results = new JsonObject { ["Successful"] = successful };
        if (failed.Count > 0)
        {
            results["Failed"] = failed;
        }

        return results;
    }

    private static string Id(JsonObject entry) => SqsCall.Text(entry, "Id") ?? throw SqsError.Missing("Id");

    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
