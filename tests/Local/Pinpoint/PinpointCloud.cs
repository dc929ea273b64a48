using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Pinpoint;

namespace Local.Tests.Pinpoint;

/// <summary>A Pinpoint with one application, spoken to as HTTP speaks to it.</summary>
internal sealed class PinpointCloud
{
    public const string Region = "eu-west-1";
    public const string Account = "000000000000";

    public PinpointCloud(PinpointRates? rates = null)
    {
        Context = new CloudContext { Region = Region, BaseUrl = new Uri("http://127.0.0.1:8080"), Clock = Clock };
        Service = new PinpointService(Context, rates ?? PinpointRates.Unbounded);
        App = Send("POST", "/v1/apps", new { Name = "engagement" }).Text("Id");
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public CloudContext Context { get; }

    public PinpointService Service { get; }

    /// <summary>Id of the application.</summary>
    public string App { get; }

    public string AppArn => $"arn:aws:mobiletargeting:{Region}:{Account}:apps/{App}";

    /// <summary>What the service understands of a request.</summary>
    public AwsOperation Resolve(string method, string pathAndQuery) => Service.Resolve(Request(method, pathAndQuery, default));

    public Answer Send(string method, string pathAndQuery, object? body = null) =>
        SendRaw(method, pathAndQuery, body is null ? default : JsonSerializer.SerializeToUtf8Bytes(body));

    public Answer SendRaw(string method, string pathAndQuery, ReadOnlyMemory<byte> body)
    {
        var request = Request(method, pathAndQuery, body);
        try
        {
            // Pinpoint answers from memory: its tasks are complete.
            return new Answer(Service.Resolve(request).ExecuteAsync(CancellationToken.None).GetAwaiter().GetResult());
        }
        catch (AwsException error)
        {
            return new Answer(Service.Error(request, error));
        }
    }

    public Answer Endpoint(string id) => Send("GET", $"/v1/apps/{App}/endpoints/{id}");

    public Answer UpdateEndpoint(string id, object change) => Send("PUT", $"/v1/apps/{App}/endpoints/{id}", change);

    public Answer PutEvents(object batchItem) => Send("POST", $"/v1/apps/{App}/events", new { BatchItem = batchItem });

    /// <summary>Puts one event of endpoint <c>user-1</c> and answers that event's result.</summary>
    public JsonNode PutEvent(object candidate, string eventId = "event-1") =>
        PutEvents(new Dictionary<string, object>
        {
            ["user-1"] = new { Endpoint = new { }, Events = new Dictionary<string, object> { [eventId] = candidate } },
        }).Body["Results"]!["user-1"]!["EventsItemResponse"]![eventId]!;

    private static AwsRequest Request(string method, string pathAndQuery, ReadOnlyMemory<byte> body)
    {
        var parts = pathAndQuery.Split('?', 2);
        return new AwsRequest
        {
            Method = method,
            Path = parts[0],
            Query = parts.Length > 1 ? parts[1] : "",
            Body = body,
            Caller = Principal.Anonymous,
        };
    }
}
