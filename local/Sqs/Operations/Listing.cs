using System.Text.Json.Nodes;
using Engagement.Local.Sqs.Protocol;

namespace Engagement.Local.Sqs.Operations;

/// <summary>ListQueues and ListDeadLetterSourceQueues, in order of name, page by page where MaxResults says so.</summary>
internal static class Listing
{
    private const int MostResults = 1000;

    public static JsonObject Page(SqsCall call, string member, IEnumerable<Queue> queues)
    {
        var most = call.Number("MaxResults", 1, MostResults);
        var prefix = call.Text("QueueNamePrefix") ?? "";
        var after = call.Text("NextToken") ?? "";
        var all = queues
            .Where(queue => queue.Name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(queue.Name, after) > 0)
            .OrderBy(queue => queue.Name, StringComparer.Ordinal)
            .ToList();
        var page = all.Take(most ?? MostResults).ToList();

        var result = new JsonObject();
        if (page.Count > 0)
        {
            result[member] = new JsonArray([.. page.Select(queue => JsonValue.Create(queue.Url))]);
        }

        if (most is not null && page.Count < all.Count)
        {
            result["NextToken"] = page[^1].Name;
        }

        return result;
    }
}
