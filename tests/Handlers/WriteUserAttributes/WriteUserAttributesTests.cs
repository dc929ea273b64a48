using Engagement.CompanyEvents.Writing;
using Engagement.Functions;
using Engagement.Pinpoint;
using Engagement.Pinpoint.Customers;
using Engagement.Pixel.Recording;
using Engagement.Services;

namespace Handlers.Tests.CompanyEvents;

public class WriteUserAttributesTests
{
    private readonly Telemetry telemetry = new();
    private readonly FakeEndpoints endpoints = new();

    [Fact]
    public async Task A_hundred_endpoints_go_in_one_call_and_one_more_in_another()
    {
        Assert.Empty(await WriteAsync([.. Enumerable.Range(0, 101).Select(i => Message($"e{i}", "4.2"))]));
        Assert.Equal([100, 1], endpoints.Batches.Select(batch => batch.Count));
        Assert.Equal(101, telemetry.Metric("UserAttributesWritten"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"endpointId":"e","at":"2026-01-31T10:00:00+00:00","userAttributes":{"last_release":["\ud800"]}}""")]
    [InlineData("""{"endpointId":"e","at":"2026-01-31T10:00:00+00:00","userAttributes":{"\ud800":["4.2"]}}""")]
    [InlineData("""{"endpointId":"e","at":"2026-01-31T10:00:00+00:00","userAttributes":{"last_release":["4.2\r\nBcc: x"]}}""")]
    public async Task What_is_no_text_goes_back_alone(string? body)
    {
        Assert.Equal(["m1"], await WriteAsync(Message("a", "4.2"), body!, Message("b", "4.2")));
        Assert.Equal(1, telemetry.Metric("UserAttributesReturned", "unreadable"));
    }

    [Fact]
    public async Task A_call_never_exceeds_seven_megabytes()
    {
        var large = new string('x', 100_000);
        await WriteAsync([.. Enumerable.Range(0, 20).Select(i => Message($"e{i}", large))]);
        Assert.True(endpoints.Batches.Count > 1);
        Assert.All(endpoints.Batches, batch => Assert.True(batch.Sum(update => update.Size) <= UpdateBatch.MostBytes));
    }

    [Theory]
    [InlineData("4.1", "2026-01-01T00:00:00Z", "4.2", "2026-02-01T00:00:00Z")]
    [InlineData("4.2", "2026-02-01T00:00:00Z", "4.1", "2026-01-01T00:00:00Z")]
    public async Task Of_two_values_the_later_events_stays_whatever_the_order(string first, string firstAt, string second, string secondAt)
    {
        await WriteAsync(Message("e", first, firstAt), Message("E", second, secondAt));
        var update = Assert.Single(Assert.Single(endpoints.Batches));
        Assert.Equal("4.2", Assert.Single(update.UserAttributes).Value[0]);
        Assert.Equal(["m0", "m1"], update.MessageIds);
    }

    [Fact]
    public async Task One_refused_endpoint_alone_goes_back()
    {
        endpoints.Failure = batch => batch.Any(update => update.EndpointId == "e7") ? ServiceFailure.Refused : null;
        Assert.Equal(["m7"], await WriteAsync([.. Enumerable.Range(0, 20).Select(i => Message($"e{i}", "4.2"))]));
        Assert.Equal(19, telemetry.Metric("UserAttributesWritten"));
        Assert.Equal(1, telemetry.Metric("UserAttributesReturned", "pinpointRefused"));
    }

    [Fact]
    public async Task A_throttled_call_goes_back_and_the_next_is_still_made()
    {
        endpoints.Failure = _ => endpoints.Batches.Count == 1 ? ServiceFailure.Throttled : null;
        Assert.Equal(100, (await WriteAsync([.. Enumerable.Range(0, 101).Select(i => Message($"e{i}", "4.2"))])).Count);
        Assert.Equal(1, telemetry.Metric("UserAttributesWritten"));
    }

    [Fact]
    public async Task What_is_left_when_time_is_up_goes_back()
    {
        endpoints.Failure = _ =>
        {
            telemetry.Time.Advance(TimeSpan.FromSeconds(28));
            return null;
        };
        Assert.Equal(["m100"], await WriteAsync([.. Enumerable.Range(0, 101).Select(i => Message($"e{i}", "4.2"))]));
        Assert.Equal(1, telemetry.Metric("UserAttributesReturned", "outOfTime"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("{}")]
    [InlineData("""{"endpointId":"e","at":"2026-01-01T00:00:00Z","userAttributes":{}}""")]
    [InlineData("""{"endpointId":"e","at":"2026-01-01T00:00:00Z","userAttributes":{"a":null}}""")]
    public async Task A_message_of_another_form_goes_back_and_the_rest_is_written(string body)
    {
        Assert.Equal(["m0"], await WriteAsync(body, Message("e", "4.2")));
        Assert.Equal(1, telemetry.Metric("UserAttributesWritten"));
        Assert.Equal(1, telemetry.Metric("UserAttributesReturned", "unreadable"));
    }

    private static string Message(string endpointId, string value, string at = "2026-01-01T00:00:00Z") =>
        $$$"""{"endpointId":"{{{endpointId}}}","at":"{{{at}}}","userAttributes":{"last_release":["{{{value}}}"]}}""";

    private async Task<IReadOnlyList<string>> WriteAsync(params string[] bodies)
    {
        using var deadline = telemetry.Deadline();
        return await new AttributeWriter(endpoints, telemetry.Log, telemetry.Metrics)
            .WriteAsync([.. bodies.Select((body, i) => new QueueMessage($"m{i}", body))], deadline);
    }

    private sealed class FakeEndpoints : IUserAttributes
    {
        public List<IReadOnlyList<EndpointUpdate>> Batches { get; } = [];

        public Func<IReadOnlyList<EndpointUpdate>, ServiceFailure?> Failure { get; set; } = _ => null;

        public IEnumerable<IReadOnlyList<EndpointUpdate>> Divide(IEnumerable<EndpointUpdate> updates) => UpdateBatch.Divide(updates);

        public string ReasonFor(ServiceFailure failure) => PinpointReturnReason.From(failure);

        public Task UpdateAsync(IReadOnlyList<EndpointUpdate> updates, CancellationToken cancellation)
        {
            Batches.Add(updates);
            return Failure(updates) is { } failure ? throw new ServiceException(failure, $"Pinpoint: {failure}") : Task.CompletedTask;
        }
    }
}
