using System.Globalization;
using System.Text.Json;
using EndToEnd.Tests.CompanyEvents;

namespace EndToEnd.Tests.Truth;

/// <summary>What is accepted is carried out, or told of as what it is.</summary>
public sealed class AcceptedTests(CompanyFixture fixture) : IClassFixture<CompanyFixture>
{
    private readonly Company company = fixture.Company;

    [Fact]
    public async Task What_the_sixteenth_endpoint_of_a_user_says_is_told_of_as_lost_and_its_event_not_called_recorded_in_full()
    {
        var dev = company.Environment;
        var before = await dev.GetAsync("conservation");
        for (var i = 1; i <= 16; i++)
        {
            using var response = await dev.LoadAsync(await SignedAsync($"device-{i}", "many", "2027-01-01"));
            Assert.True(response.IsSuccessStatusCode);
            await dev.AdvanceAsync("PT3S");
        }

        await dev.AdvanceAsync("PT1M");
        var sums = await dev.GetAsync("conservation");
        Assert.Equal((15, 1, 0), (Grown("recorded"), Grown("recordedInPart"), sums.GetProperty("unaccounted").GetInt32()));
        var lost = Assert.Single((await dev.GetAsync("recorded-in-part")).EnumerateArray());
        Assert.Contains("15", lost.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("device-16", lost.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            lost.GetProperty("id").GetString(),
            Assert.Single(await dev.EventsOfAsync("device-16")).GetProperty("eventId").GetString());
        Assert.Equal(1, await dev.MetricAsync("EventsRecordedInPart"));

        int Grown(string sum) => sums.GetProperty(sum).GetInt32() - before.GetProperty(sum).GetInt32();
    }

    [Fact]
    public async Task Of_two_requests_for_one_endpoint_in_different_case_the_later_ones_attributes_win_in_one_batch_and_across_batches()
    {
        var dev = company.Environment;
        foreach (var (id, date, pause) in new[]
        {
            ("Zoe", "2027-01-01", "PT0.1S"),
            ("ZOE", "2027-02-02", "PT0.1S"),
            ("zoe", "2027-03-03", "PT10S"),
        })
        {
            using var response = await dev.LoadAsync(await SignedAsync(id, "zoe", date));
            Assert.True(response.IsSuccessStatusCode);
            await dev.AdvanceAsync(pause);
        }

        Assert.StartsWith("2027-03-03", await company.AttributeAsync("zoe", "renewal_date"), StringComparison.Ordinal);
        Assert.Equal(3, (await dev.EventsOfAsync("zoe")).Count);
        using var later = await dev.LoadAsync(await SignedAsync("ZoE", "zoe", "2027-04-04"));
        await dev.AdvanceAsync("PT10S");
        Assert.StartsWith("2027-04-04", await company.AttributeAsync("zoe", "renewal_date"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_burst_is_taken_or_told_to_come_again_with_its_id_and_never_a_500()
    {
        var ids = Enumerable.Range(1, 25).Select(i => $"burst-{i}").ToList();
        var answers = await Task.WhenAll(ids.Select(id => company.PostAsync("feature_release", id, Company.Release($"[{id}]"))));
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 202, 503 }));
        Assert.Contains(answers, answer => answer.Status == 503);
        Assert.All(
            answers.Where(answer => answer.Status == 503),
            answer =>
                Assert.Contains(
                    "send it again with",
                    answer.Body.GetProperty("errors")[0].GetProperty("message").GetString(),
                    StringComparison.Ordinal));

        foreach (var (id, _) in ids.Zip(answers).Where(each => each.Second.Status == 503))
        {
            await company.Environment.AdvanceAsync("PT1S");
            Assert.Contains((await company.PostAsync("feature_release", id, Company.Release($"[{id}]"))).Status, new[] { 200, 202 });
        }

        await company.Environment.AdvanceAsync("PT30M");
        foreach (var id in ids)
        {
            Assert.Equal(["ada", "cyd"], await company.ReceiversAsync($"[{id}]"));
        }
    }

    [Theory]
    [InlineData("TooManyRequestsException", 429)]
    [InlineData("ServiceException", 500)]
    public async Task A_function_that_Lambda_refuses_to_call_is_a_503_that_says_so(string error, int status)
    {
        await company.Environment.DisturbAsync(new { service = "lambda", operation = "Invoke", error, status, count = 1 });
        var answer = await company.PostAsync("feature_release", $"refused-{status}", Company.Release("4.2"));
        await company.Environment.CalmAsync();
        Assert.Equal(503, answer.Status);
        Assert.Contains(
            "send it again with its id",
            answer.Body.GetProperty("errors")[0].GetProperty("message").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_that_posted_an_event_is_in_the_access_log_and_in_the_ledger()
    {
        var key = await company.AccessKeyAsync(
            "release-pipeline",
            new
            {
                Version = "2012-10-17",
                Statement = new[]
            {
                new { Sid = "Publish", Effect = "Allow", Action = "execute-api:Invoke", Resource = "*" },
            }
            });
        var body = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["event"] = "feature_release",
            ["id"] = "by-role",
            ["attributes"] = Company.Release("4.2"),
        });
        Assert.Equal(202, (await company.PostAsync(body, key)).Status);

        const string caller = "arn:aws:sts::000000000000:assumed-role/release-pipeline/release-pipeline";
        Assert.Equal(caller, (await company.LedgerItemAsync("by-role")).GetProperty("publishedBy").GetProperty("S").GetString());
        var log = (await company.Environment.GetAsync("logs"))
            .EnumerateObject()
            .Single(group => group.Name.StartsWith("/aws/apigateway/dev-company-events-api-", StringComparison.Ordinal));
        Assert.Contains(log.Value.EnumerateArray(), line => line.ToString().Contains(caller, StringComparison.Ordinal));
    }

    private async Task<(string Name, string Value)[]> SignedAsync(string endpointId, string userId, string renewal)
    {
        var expires = await company.Environment.NowAsync() + TimeSpan.FromHours(1);
        return
        [
            ("event", "subscription_started"), ("usat_renewal_date", renewal), .. DevEnvironment.Identity(endpointId, userId, expires),
        ];
    }
}
