using System.Text.Json;
using EndToEnd.Tests.CompanyEvents;

namespace EndToEnd.Tests.Truth;

/// <summary>
/// One event on its way through the environment of a <see cref="CompanyFixture"/>, and whether all came of it that should.
/// </summary>
/// <param name="company">The company.</param>
/// <param name="mark">The event's id, which no other event's mark begins with, and which its messages show.</param>
internal sealed class EventRun(Company company, string mark)
{
    private string Shown => $"[{mark}]";

    /// <summary>
    /// A feature release whose first campaigns are refused: customers have their messages and attributes, and every function its log,
    /// without the check having to launch anything, which it looks for in its time, and without a function's failing.
    /// </summary>
    public async Task<bool> ReleaseAsync()
    {
        var lines = await LinesAsync();
        var (caughtUp, checks) = (await company.Environment.MetricAsync("CompanyEventsCaughtUp"), await company.Environment
            .MetricAsync("CompanyEventChecks"));
        var errors = await company.Environment.MetricAsync("Errors");
        // As often as a journey's call creates campaigns: the rest is for the retry queue.
        await DisturbAsync("InternalServerErrorException", count: 3);
        await company.PutOnBusAsync("feature_release", mark, Company.Release(Shown));
        await company.Environment.AdvanceAsync("PT25M");
        await company.Environment.CalmAsync();

        var now = await LinesAsync();
        return Enumerable.SequenceEqual(["ada", "cyd"], await company.ReceiversAsync(Shown))
            && await company.AttributeAsync("ada", "last_release") == Shown
            && await company.AttributeAsync("cyd", "last_release") == Shown
            && await IsCompleteAsync()
            && await company.Environment.MetricAsync("CompanyEventsCaughtUp") == caughtUp
            && await company.Environment.MetricAsync("CompanyEventChecks") > checks
            && await company.Environment.MetricAsync("Errors") == errors
            && Array.TrueForAll(
                ["publish-company-event", "launch-campaigns", "filter-audience", "write-user-attributes"],
                function => now[function] > lines[function]);
    }

    /// <summary>A system update, disturbed once: customers have their messages, and the ledger tells how the campaigns ended.</summary>
    public async Task<bool> UpdateAsync()
    {
        await DisturbAsync("InternalServerErrorException", count: 1);
        await company.PutOnBusAsync("system_update", mark, SystemUpdateTests.Update(Shown));
        await company.Environment.AdvanceAsync("PT15M");
        await company.Environment.CalmAsync();

        return Enumerable.SequenceEqual(["ada", "bob", "cyd"], await company.ReceiversAsync(Shown))
            && (await company.RecordAsync(mark, "premium")).GetValueOrDefault("outcome") == "COMPLETED"
            && (await company.RecordAsync(mark, "standard")).GetValueOrDefault("outcome") == "COMPLETED"
            && await IsCompleteAsync();
    }

    /// <summary>A system update whose campaigns cannot be created: the topic is told of both.</summary>
    public async Task<bool> TellAsync()
    {
        await DisturbAsync("AccessDeniedException", count: 1_000);
        await company.PutOnBusAsync("system_update", mark, SystemUpdateTests.Update(Shown));
        await company.Environment.AdvanceAsync("PT15M");
        await company.Environment.CalmAsync();
        return (await company.FailuresAsync()).Count(failure => failure.GetProperty("eventId").GetString() == mark) == 2;
    }

    /// <summary>A feature release that cannot be written down: after three attempts it is kept.</summary>
    public async Task<bool> KeepAsync()
    {
        var kept = await KeptAsync();
        await company.Environment.DisturbAsync(new { service = "dynamodb", operation = "PutItem", error = "InternalServerError" });
        await company.PutOnBusAsync("feature_release", mark, Company.Release(Shown));
        await company.Environment.AdvanceAsync("PT5M");
        await company.Environment.CalmAsync();
        return await KeptAsync() == kept + 1;
    }

    private async Task<int> KeptAsync() => (await company.Environment.GetAsync("queues")).EnumerateArray()
        .Single(queue => queue.GetProperty("name").GetString()!.StartsWith("publish-company-event-dlq", StringComparison.Ordinal))
        .GetProperty("visible")
        .GetInt32();

    private Task DisturbAsync(string error, int count) =>
        company.Environment.DisturbAsync(new { service = "pinpoint", operation = "CreateCampaign", error, count });

    private async Task<bool> IsCompleteAsync()
    {
        var item = await company.LedgerItemAsync(mark);
        return item.ValueKind == JsonValueKind.Object && !item.TryGetProperty("pending", out _);
    }

    /// <summary>Lines in the log of each function of company events, by its name.</summary>
    private async Task<Dictionary<string, int>> LinesAsync()
    {
        var logs = (await company.Environment.GetAsync("logs"))
            .EnumerateObject()
            .ToDictionary(group => group.Name, group => group.Value.GetArrayLength());
        return ((string[])["publish-company-event", "launch-campaigns", "filter-audience", "write-user-attributes"])
            .ToDictionary(
                function => function,
                function =>
                    logs.Where(group => group.Key.StartsWith($"/aws/lambda/dev-{function}-", StringComparison.Ordinal))
                        .Sum(group => group.Value));
    }
}
