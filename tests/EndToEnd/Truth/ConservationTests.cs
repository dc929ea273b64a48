using System.Globalization;
using System.Net;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Truth;

/// <summary>Nothing that was answered with success is lost, whatever goes wrong behind the queue.</summary>
public sealed class ConservationTests(ITestOutputHelper output)
{
    private const int RequestsARound = 500;

    /// <summary>
    /// 2,000 unless the environment asks for more, as <c>.ci/run</c> does: what holds must hold for many, too, but not in every run.
    /// </summary>
    private static readonly int Requests =
        int.Parse(Environment.GetEnvironmentVariable("CONSERVATION_REQUESTS") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Each_accepted_request_is_recorded_or_rejected_in_the_end_though_half_of_the_calls_to_Pinpoint_fail()
    {
        await using var environment = await RunningEnvironment.StartAsync();
        var dev = environment.Dev;
        await dev.DisturbAsync(
            new { service = "pinpoint", operation = "PutEvents", error = "TooManyRequestsException", rate = 0.2, seed = 1 });
        await dev.DisturbAsync(
            new { service = "pinpoint", operation = "PutEvents", error = "InternalServerErrorException", rate = 0.2, seed = 2 });
        await dev.DisturbAsync(new { service = "pinpoint", operation = "PutEvents", lost = true, rate = 0.2, seed = 3 });
        await dev.DisturbAsync(new { service = "lambda", operation = "Invoke", kill = true, rate = 0.1, seed = 4 });

        var accepted = await GeneratedTraffic.FireAsync(dev, Requests / RequestsARound, RequestsARound, seed: 5);
        await dev.CalmAsync();
        await dev.AdvanceAsync("PT3H");

        var sums = await dev.GetAsync("conservation");
        output.WriteLine(sums.GetRawText());
        Assert.Equal(accepted, sums.GetProperty("answered").GetInt32());
        Assert.Equal(accepted, sums.GetProperty("recorded").GetInt32() + sums.GetProperty("rejected").GetInt32());
        Assert.Equal(0, sums.GetProperty("unaccounted").GetInt32());
        Assert.True(sums.GetProperty("rejected").GetInt32() > 0, "The traffic held nothing that a rule rejects.");
        Assert.True(
            sums.GetProperty("recordedTwice").GetInt32() > 0,
            "No lost answer made the recorder send again: the faults did nothing.");
    }

    [Fact]
    public async Task While_the_queue_refuses_nothing_is_claimed_to_be_stored()
    {
        await using var environment = await RunningEnvironment.StartAsync();
        await environment.Dev.DisturbAsync(
            new { service = "sqs", operation = "SendMessage", error = "ServiceUnavailable", status = 503, count = 1 });
        await environment.Dev.DisturbAsync(
            new { service = "sqs", operation = "SendMessage", error = "AccessDeniedException", status = 403, count = 1 });
        await environment.Dev.DisturbAsync(new { service = "sqs", operation = "SendMessage", drop = true, count = 1 });

        for (var i = 0; i < 3; i++)
        {
            using var refused = await environment.Dev.LoadAsync(("event", "newsletter_signup"), ("endpoint_id", "refused"));
            Assert.InRange((int)refused.StatusCode, 500, 599);
        }

        using var stored = await environment.Dev.LoadAsync(("event", "newsletter_signup"), ("endpoint_id", "stored"));
        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        Assert.Equal(1, (await environment.Dev.GetAsync("conservation")).GetProperty("answered").GetInt32());
        await environment.Dev.AdvanceAsync("PT10S");
        Assert.Empty(await environment.Dev.EventsOfAsync("refused"));
        Assert.Single(await environment.Dev.EventsOfAsync("stored"));
    }
}
