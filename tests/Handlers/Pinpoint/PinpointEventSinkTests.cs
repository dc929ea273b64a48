using System.Net;
using System.Text.Json.Nodes;
using Amazon.Pinpoint;
using Amazon.Runtime;
using Engagement.Pinpoint.Events;
using Engagement.Pixel.Recording;
using Engagement.Services;
using Handlers.Tests.CompanyEvents;
using Handlers.Tests.Pixel;
using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Pinpoint;

public sealed class PinpointEventSinkTests : IDisposable
{
    private readonly FakeHttp http = new();
    private readonly Output telemetry = new();
    private readonly AmazonPinpointClient client;
    private readonly PinpointEventSink sink;

    public PinpointEventSinkTests()
    {
        client = new AmazonPinpointClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonPinpointConfig
            {
                ServiceURL = "http://pinpoint.test",
                AuthenticationRegion = "eu-central-1",
                MaxErrorRetry = 0,
                HttpClientFactory = http.Factory,
            });
        sink = new PinpointEventSink(client, "app-1", telemetry.Calls());
    }

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task Request_is_what_Pinpoint_takes()
    {
        http.Answer = () => FakeHttp.Json(HttpStatusCode.Accepted, """{"Results":{}}""");
        var purchase = PixelMessage.For("purchase_success")
            .With("evat_currency", "€")
            .With("evme_value", "19.9")
            .With("user_id", "u-1")
            .Signed(userId: "u-1");
        var renewal = new PixelMessage("request-2")
            .With("event", "subscription_started")
            .With("endpoint_id", "user-43")
            .With("usat_renewal_date", "2026-12-24")
            .Signed("user-43");
        await sink.SendAsync(Batch(purchase, renewal), CancellationToken.None);
        Assert.Equal("/v1/apps/app-1/events", http.Address!.AbsolutePath);
        var expected = JsonNode.Parse("""
            {"BatchItem":{
              "user-42":{"Endpoint":{"User":{"UserId":"u-1"}},
                "Events":{"request-1":{"EventType":"purchase_success","Timestamp":"2026-01-31T09:30:00.250Z","Attributes":{"currency":"€"},"Metrics":{"value":19.9}}}},
              "user-43":{"Endpoint":{"User":{"UserAttributes":{"renewal_date":["2026-12-24T08:00:00Z"],"renewal_date_text":["24 December 2026"]}}},
                "Events":{"request-2":{"EventType":"subscription_started","Timestamp":"2026-01-31T09:30:00.250Z"}}}}}
            """);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(http.Body!)), http.Body);
    }

    [Fact]
    public async Task Anonymous_event_sends_an_empty_endpoint()
    {
        http.Answer = () => FakeHttp.Json(HttpStatusCode.Accepted, """{"Results":{}}""");
        await sink.SendAsync(Batch(PixelMessage.For("newsletter_signup")), CancellationToken.None);
        Assert.Equal("{}", JsonNode.Parse(http.Body!)!["BatchItem"]!["user-42"]!["Endpoint"]!.ToJsonString());
    }

    [Fact]
    public async Task Every_item_has_its_own_outcome()
    {
        http.Answer = () => FakeHttp.Json(HttpStatusCode.Accepted, """
            {"Results":{"e":{"EndpointItemResponse":{"StatusCode":400,"Message":"no"},
              "EventsItemResponse":{"r1":{"StatusCode":202,"Message":"Accepted"},"r2":{"StatusCode":400,"Message":"bad"},"r3":{"StatusCode":500},"r4":{}}}}}
            """);
        var answer = await sink.SendAsync(Batch(PixelMessage.For("newsletter_signup")), CancellationToken.None);
        Assert.Equal(
            [
                new(ItemStatus.Accepted, "Accepted"),
                new(ItemStatus.Refused, "bad"),
                new(ItemStatus.Failed, null),
                new(ItemStatus.Failed, null),
            ],
            new[] { "r1", "r2", "r3", "r4" }.Select(id => answer.Events[id]));
        Assert.Equal(new(ItemStatus.Refused, "no"), answer.Endpoints["e"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "TooManyRequestsException", true)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalServerErrorException", false)]
    [InlineData(HttpStatusCode.Forbidden, "ForbiddenException", false)]
    [InlineData(HttpStatusCode.NotFound, "NotFoundException", false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable", false)]
    public async Task Error_of_the_call_may_be_tried_again(HttpStatusCode status, string type, bool throttled)
    {
        http.Answer = () => FakeHttp.Json(status, """{"Message":"no","RequestID":"1"}""", type);
        Assert.NotEqual(ServiceFailure.Refused, await FailureAsync());
        Assert.Equal(
            throttled ? (1, 1, 0) : (1, 0, 1),
            (telemetry.Metric("PinpointCalls"), telemetry.Metric("PinpointThrottled"), telemetry.Metric("PinpointErrors")));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "BadRequestException")]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "PayloadTooLargeException")]
    public async Task Refusal_of_the_call_is_told_apart(HttpStatusCode status, string type)
    {
        http.Answer = () => FakeHttp.Json(status, """{"Message":"no","RequestID":"1"}""", type);
        Assert.Equal(ServiceFailure.Refused, await FailureAsync());
    }

    [Fact]
    public async Task Broken_connection_may_be_tried_again() =>
        Assert.Equal(ServiceFailure.Failed, await FailureAsync());

    [Fact]
    public async Task Call_out_of_time_may_be_tried_again()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.Equal(ServiceFailure.Failed, await FailureAsync(cancelled.Token));
    }

    private async Task<ServiceFailure> FailureAsync(CancellationToken cancellation = default) =>
        (await Assert.ThrowsAsync<ServiceException>(
            () => sink.SendAsync(Batch(PixelMessage.For("newsletter_signup")), cancellation))).Failure;

    private static EventBatch Batch(params PixelMessage[] messages) => Assert.Single(
        EventBatch.Divide(messages.Select((message, i) => new PendingEvent(new(message.Recorded(), default), [$"m{i}"]))));
}
