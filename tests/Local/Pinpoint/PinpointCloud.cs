using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Pinpoint;
using Engagement.Local.Pinpoint.Messages;
using Local.Tests.EventSources;

namespace Local.Tests.Pinpoint;

/// <summary>A Pinpoint with one application, spoken to as HTTP speaks to it.</summary>
internal sealed class PinpointCloud
{
    public const string Region = "eu-west-1";
    public const string Account = "000000000000";

    public PinpointCloud(PinpointRates? rates = null)
    {
        Context = new CloudContext { Region = Region, BaseUrl = new Uri("http://127.0.0.1:8080"), Clock = Clock };
        Service = new PinpointService(Context, Aws, Functions, rates ?? PinpointRates.Unbounded);
        App = Send("POST", "/v1/apps", new { Name = "engagement" }).Text("Id");
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public CloudContext Context { get; }

    public PinpointService Service { get; }

    /// <summary>The function <c>record</c>, which campaigns and journeys can call.</summary>
    public FakeFunctions Functions { get; } = new();

    /// <summary>The door that those calls go through.</summary>
    public RecordingEndpoint Aws { get; } = new();

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

    /// <summary>Sets up the e-mail channel.</summary>
    public void OpenEmail() =>
        Send(
            "PUT",
            $"/v1/apps/{App}/channels/email",
            new { FromAddress = "news@example.com", Identity = "arn:aws:ses:eu-west-1:000000000000:identity/example.com" });

    /// <summary>Sets up the SMS channel.</summary>
    public void OpenSms() => Send("PUT", $"/v1/apps/{App}/channels/sms", new { Enabled = true });

    /// <summary>An endpoint with the address <c>id@example.com</c>, of a user of the same id.</summary>
    public void Customer(string id, object? userAttributes = null, string optOut = "NONE") => UpdateEndpoint(
        id, new
        {
            Address = $"{id}@example.com",
            ChannelType = "EMAIL",
            OptOut = optOut,
            User = new { UserId = id, UserAttributes = userAttributes ?? new { } }
        });

    /// <summary>Creates a segment and answers its id.</summary>
    public string Segment(object dimensions) => Created("segments", new { Name = "segment", Dimensions = dimensions });

    /// <summary>Creates something of the application and answers its id.</summary>
    public string Created(string collection, object body)
    {
        var answer = Send("POST", $"/v1/apps/{App}/{collection}", body);
        return answer.Status == 201 ? answer.Text("Id") : throw new InvalidOperationException(answer.Body.ToJsonString());
    }

    /// <summary>Sets up an e-mail template.</summary>
    public Answer Template(string name, object template) => Send("POST", $"/v1/templates/{name}/email", template);

    /// <summary>Moves the clock, and fails where something that came due went wrong in a way nobody foresaw.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await Clock.AdvanceAsync(by, end.Token);
        Assert.Empty(Service.Agenda.Failures);
    }

    /// <summary>Waits for what is due now.</summary>
    public Task SettleAsync() => AdvanceAsync(TimeSpan.Zero);

    /// <summary>Who got messages, in order of delivery.</summary>
    public IEnumerable<string> Served => Messages.Select(message => message.EndpointId);

    public IReadOnlyList<DeliveredMessage> Messages => Service.Outbox.All;

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
