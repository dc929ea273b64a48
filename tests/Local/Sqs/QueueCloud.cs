using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Resources;

namespace Local.Tests.Sqs;

/// <summary>SQS alone on a stopped clock, spoken to in its wire protocols.</summary>
internal sealed class QueueCloud
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Principal Sender = Principal.Role("arn:aws:iam::000000000000:role/sender");

    public QueueCloud() => Sqs = new(Context);

    public VirtualClock Clock => Context.Clock;

    public CloudContext Context { get; } = new() { Region = "eu-west-1", BaseUrl = new("http://127.0.0.1:8080"), Clock = new(Start) };

    public Engagement.Local.Sqs.SqsService Sqs { get; }

    /// <summary>Real time: only ends a test that would otherwise hang.</summary>
    public CancellationToken Soon { get; } = new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public static string Arn(string name) => $"arn:aws:sqs:eu-west-1:000000000000:{name}";

    public static string Url(string name) => $"http://127.0.0.1:8080/000000000000/{name}";

    public Task<ResourceState> CreateAsync(string type, string name, params (string Key, object Value)[] inputs) =>
        Sqs.ResourceTypes[type](new(type, name, inputs.ToImmutableDictionary(input => input.Key, input => input.Value)), Soon);

    public Task<ResourceState> QueueAsync(string name, params (string Key, object Value)[] inputs) =>
        CreateAsync("aws:sqs/queue:Queue", name, [("name", name), .. inputs]);

    public Task AdvanceAsync(double seconds) => Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds), Soon);

    /// <summary>A call in the JSON protocol.</summary>
    public async Task<Answer> CallAsync(string operation, object parameters)
    {
        var response = await SendAsync(new()
        {
            Method = "POST",
            Path = "/",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["X-Amz-Target"] = $"AmazonSQS.{operation}",
                ["Content-Type"] = "application/x-amz-json-1.0",
            },
            Body = JsonSerializer.SerializeToUtf8Bytes(parameters),
            Caller = Sender,
        });
        return new(response);
    }

    /// <summary>A call in the query protocol.</summary>
    public Task<AwsResponse> QueryAsync(string path, string form, string? accept = null) => SendAsync(new()
    {
        Method = "POST",
        Path = path,
        Headers = accept is null
            ? new Dictionary<string, string>()
            : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Accept"] = accept },
        Body = Encoding.UTF8.GetBytes(form),
        Caller = Sender,
    });

    public async Task<string> SendMessageAsync(string queue, string body, int? delaySeconds = null)
    {
        var answer = await CallAsync("SendMessage", delaySeconds is null
            ? new { QueueUrl = Url(queue), MessageBody = body }
            : new { QueueUrl = Url(queue), MessageBody = body, DelaySeconds = delaySeconds });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (string)answer.Json["MessageId"]!;
    }

    /// <summary>Messages received at once, at most ten, with all their attributes.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReceiveAsync(string queue, int maximum = 10)
    {
        var answer =
            await CallAsync(
                "ReceiveMessage",
                new
                {
                    QueueUrl = Url(queue),
                    MaxNumberOfMessages = maximum,
                    AttributeNames = new[] { "All" },
                    MessageAttributeNames = new[] { "All" }
                });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return [.. (answer.Json["Messages"] as JsonArray ?? []).Select(message => message!)];
    }

    public Task<Answer> DeleteAsync(string queue, JsonNode message) =>
        CallAsync("DeleteMessage", new { QueueUrl = Url(queue), ReceiptHandle = (string)message["ReceiptHandle"]! });

    public (int Visible, int InFlight, int Delayed) Counts(string queue)
    {
        var state = Sqs.States().Single(state => state.Name == queue);
        return (state.Visible, state.InFlight, state.Delayed);
    }

    private async Task<AwsResponse> SendAsync(AwsRequest request)
    {
        try
        {
            return await Sqs.Resolve(request).ExecuteAsync(Soon);
        }
        catch (AwsException e)
        {
            return Sqs.Error(request, e);
        }
    }

    internal sealed class Answer(AwsResponse response)
    {
        public HttpStatusCode Status => (HttpStatusCode)response.StatusCode;

        public JsonNode Json { get; } = JsonNode.Parse(response.Body.Span)!;

        public string? QueryError => response.Headers.GetValueOrDefault("x-amzn-query-error");

        /// <summary>Error name in both protocols, and the message.</summary>
        public (string? Type, string? Query, string? Message) Error => ((string?)Json["__type"], QueryError, (string?)Json["message"]);
    }
}
