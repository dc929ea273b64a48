using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.Lambda;

namespace Engagement.Local.EventSources;

/// <summary>
/// Which messages of a batch failed, by the rules that Lambda documents for partial batch responses. No answer, an empty one or an empty
/// list means none. An answer that is malformed or names an unknown message means all.
/// </summary>
internal static class BatchResponse
{
    /// <summary>Ids of the messages that stay in the queue.</summary>
    public static IReadOnlySet<string> Failures(InvocationResult result, RecordBatch batch, bool reportsFailures)
    {
        var all = batch.Records.Select(record => record.Id).ToHashSet(StringComparer.Ordinal);
        if (result.FunctionError is not null)
        {
            return all;
        }

        return reportsFailures ? Reported(result.Payload, all) ?? all : new HashSet<string>();
    }

    private static HashSet<string>? Reported(ReadOnlyMemory<byte> payload, HashSet<string> all)
    {
        if (payload.IsEmpty)
        {
            return [];
        }

        try
        {
            _ = WireJson.Parse(payload.Span);
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Null => [],
                JsonValueKind.Object when !json.RootElement.TryGetProperty("batchItemFailures", out var list)
                    || list.ValueKind == JsonValueKind.Null => [],
                JsonValueKind.Object when json.RootElement.GetProperty("batchItemFailures") is { ValueKind: JsonValueKind.Array } list =>
                    Identified(list, all),
                _ => null,
            };
        }
        catch (JsonException)
        {
            // The documented answer to an unreadable response is that the whole batch failed; the caller records it.
            return null;
        }
    }

    private static HashSet<string>? Identified(JsonElement list, HashSet<string> all)
    {
        var failures = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            var id = item.ValueKind == JsonValueKind.Object
                && item.TryGetProperty("itemIdentifier", out var value)
                && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
            if (id is null || !all.Contains(id))
            {
                return null;
            }

            failures.Add(id);
        }

        return failures;
    }
}
