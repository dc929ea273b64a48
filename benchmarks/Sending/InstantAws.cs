using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Benchmarks.Sending;

/// <summary>
/// Answers as DynamoDB and SES do, at once and without a network, and counts the requests. Writes are taken and forgotten. Benchmarks ask
/// the same again and again: an answer is made once, so that the services' work is not counted as the function's.
/// </summary>
internal sealed class InstantAws : HttpMessageHandler
{
    /// <summary>How a request to SES is counted.</summary>
    public const string Sending = "SendEmail";

    private const int PageSize = 50;

    private static readonly MediaTypeHeaderValue Json = new("application/x-amz-json-1.0");
    private static readonly byte[] Nothing = "{}"u8.ToArray();
    private static readonly byte[] SentMessage = """{"MessageId":"0102018f0c0f6b1e-1d2c3b4a"}"""u8.ToArray();

    private readonly ConcurrentDictionary<string, byte[]> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> requests = new(StringComparer.Ordinal);

    /// <summary>Requests since the last time, by operation.</summary>
    public IReadOnlyDictionary<string, int> TakeRequests()
    {
        var taken = requests.ToDictionary(StringComparer.Ordinal);
        requests.Clear();
        return taken;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = request.Headers.TryGetValues("X-Amz-Target", out var target) ? target.First().Split('.')[1] : Sending;
        requests.AddOrUpdate(operation, 1, static (_, count) => count + 1);
        return new(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(await AnswerAsync(operation, request.Content!)) { Headers = { ContentType = Json } },
        };
    }

    private async Task<byte[]> AnswerAsync(string operation, HttpContent content)
    {
        if (operation is Sending or "PutItem" or "UpdateItem")
        {
            // As a network would, it takes all that is sent.
            await content.CopyToAsync(Stream.Null);
            return operation == Sending ? SentMessage : Nothing;
        }

        var body = await content.ReadAsStringAsync();
        return answers.GetOrAdd(operation + body, _ => Encoding.UTF8.GetBytes(Answer(operation, JsonNode.Parse(body)!).ToJsonString()));
    }

    private static JsonObject Answer(string operation, JsonNode asked) => operation switch
    {
        "GetItem" => new() { ["Item"] = Item((string)asked["TableName"]!, (string)asked["Key"]!["id"]!["S"]!) },
        "BatchGetItem" => Items(asked["RequestItems"]!.AsObject().Single()),
        "Scan" => Page((string?)asked["ExclusiveStartKey"]?["id"]?["S"]),
        "Query" => Dates((string)asked["ExpressionAttributeValues"]![":bucket"]!["S"]!),
        _ => throw new NotSupportedException($"{operation} is none of the requests that are measured."),
    };

    private static JsonObject Item(string table, string id) => table switch
    {
        "runs" => CampaignFunction.Run(id),
        "pointers" => SendingCustomers.Pointer(id),
        "customers" => SendingCustomers.Item(SendingCustomers.NumberOf(id)),
        _ => throw new NotSupportedException($"No item of {table} is asked for."),
    };

    // Nothing is known of consents and deliveries.
    private static JsonObject Items(KeyValuePair<string, JsonNode?> asked) => new()
    {
        ["Responses"] = new JsonObject
        {
            [asked.Key] = new JsonArray(
                [.. asked.Value!["Keys"]!.AsArray()
                    .Where(_ => asked.Key == "customers")
                    .Select(key => SendingCustomers.Item(SendingCustomers.NumberOf((string)key!["id"]!["S"]!)))]),
        },
        ["UnprocessedKeys"] = new JsonObject(),
    };

    private static JsonObject Dates(string bucket) => new()
    {
        ["Items"] = new JsonArray(
            bucket == SendingCustomers.Bucket ? [.. Enumerable.Range(0, SendingCustomers.Count).Select(SendingCustomers.DateEntry)] : []),
    };

    private static JsonObject Page(string? after)
    {
        var first = after is null ? 0 : SendingCustomers.NumberOf(after) + 1;
        var page = new JsonObject { ["Items"] = new JsonArray([.. Enumerable.Range(first, PageSize).Select(SendingCustomers.Item)]) };
        if (first + PageSize < SendingCustomers.Count)
        {
            page["LastEvaluatedKey"] = new JsonObject
            {
                ["id"] = new JsonObject { ["S"] = SendingCustomers.IdOf(first + PageSize - 1) },
            };
        }

        return page;
    }
}
