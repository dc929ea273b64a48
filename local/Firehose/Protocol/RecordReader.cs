using System.Text.Json.Nodes;

namespace Engagement.Local.Firehose.Protocol;

/// <summary>Reads the records of a request: 1 to 500, together of 4 MiB at most, each of 1,000 KiB at most before base64.</summary>
internal static class RecordReader
{
    private const int MostRecords = 500;
    private const int LargestRecord = 1_024_000;
    private const int LargestBatch = 4 * 1024 * 1024;

    /// <exception cref="Aws.AwsException">There are too many of them, or too large ones, or something else is there.</exception>
    public static IReadOnlyList<byte[]> Batch(JsonObject body)
    {
        var records = body["Records"] as JsonArray ?? throw FirehoseError.Validation("records", "Member must not be null");
        _ = records.Count is >= 1 and <= MostRecords
            ? records
            : throw FirehoseError.Validation("records", $"Member must have length between 1 and {MostRecords}");
        var data = records.Select((record, i) => Data(record, $"records.{i + 1}.member.data")).ToList();
        return data.Sum(each => each.Length) <= LargestBatch
            ? data
            : throw FirehoseError.InvalidArgument("Records size exceeds 4 MB limit");
    }

    /// <exception cref="Aws.AwsException">It is too large, or something else is there.</exception>
    public static byte[] Single(JsonObject body) => Data(body["Record"], "record.data");

    private static byte[] Data(JsonNode? record, string member)
    {
        var text = record is JsonObject { } json && json["Data"] is JsonValue value && value.TryGetValue(out string? base64)
            ? base64
            : throw FirehoseError.Validation(member, "Member must not be null");
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            throw FirehoseError.Serialization();
        }

        return length <= LargestRecord
            ? bytes[..length]
            : throw FirehoseError.Validation(member, $"Member must have length less than or equal to {LargestRecord}");
    }
}
