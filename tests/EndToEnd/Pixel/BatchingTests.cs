using System.Net;
using System.Text.Json;

namespace EndToEnd.Tests.Pixel;

/// <summary>Pinpoint takes about 15 requests a second, so what it is asked must be few and full.</summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed class BatchingTests(DevEnvironment environment)
{
    private const int Pixels = 1_000;

    [Fact]
    public async Task A_thousand_pixels_of_a_thousand_endpoints_take_ten_calls_and_keep_their_own_time_and_id()
    {
        var run = Guid.NewGuid().ToString("n");
        var before = await environment.CallsAsync("pinpoint", "PutEvents");
        var sentAt = await environment.NowAsync();

        var requestIds = new string[Pixels];
        await Parallel.ForAsync(0, Pixels, async (i, _) => requestIds[i] = await LoadAsync($"{run}-{i}"));
        await environment.AdvanceAsync("PT10S");

        Assert.Equal(10, await environment.CallsAsync("pinpoint", "PutEvents") - before);
        var events = (await environment.GetAsync("events")).EnumerateArray()
            .Where(e => e.GetProperty("endpointId").GetString()!.StartsWith(run, StringComparison.Ordinal))
            .ToDictionary(e => e.GetProperty("endpointId").GetString()!);
        Assert.Equal(Pixels, events.Count);
        Assert.All(Enumerable.Range(0, Pixels), i => AssertIsOf(events[$"{run}-{i}"], requestIds[i], sentAt));
    }

    private static void AssertIsOf(JsonElement recorded, string requestId, DateTimeOffset sentAt)
    {
        Assert.Equal(requestId, recorded.GetProperty("eventId").GetString());
        Assert.Equal(sentAt, recorded.GetProperty("timestamp").GetDateTimeOffset());
    }

    private async Task<string> LoadAsync(string endpointId)
    {
        using var response = await environment.LoadAsync(("event", "newsletter_signup"), ("endpoint_id", endpointId));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Assert.Single(response.Headers.GetValues("x-amzn-RequestId"));
    }
}
