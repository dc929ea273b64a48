using System.Globalization;
using System.Net.Http.Json;
using EndToEnd.Tests.Platforms;
using Engagement.Local.Platforms;
using Xunit.Abstractions;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>
/// An announcement to many customers on the platform that sends by itself. SES refuses a twentieth of the messages for now, the function
/// is killed in its midst, and its queue delivers shares twice.
/// </summary>
public sealed class ManyReceiversTests(ITestOutputHelper output)
{
    /// <summary>120 unless the environment asks for more: what holds must hold for many, too, but not in every run.</summary>
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("ANNOUNCEMENT_RECEIVERS") ?? "120",
        CultureInfo.InvariantCulture);

    // How many messages can be between their claim and their result in one process.
    private const int UnderWay = 50;
    private const int Killed = 3;

    /// <summary>Half of them premium; of these a fifth speaks French, which the announcement leaves out.</summary>
    private static IEnumerable<Customer> Customers => Enumerable.Range(0, Count).Select(index => new Customer(
        string.Create(CultureInfo.InvariantCulture, $"c{index:000000}"),
        index % 2 == 0 ? "premium" : "standard",
        index % 10 == 0 ? "fr" : "en"));

    [Fact]
    public async Task Each_customer_is_claimed_once_and_sent_to_once_whatever_fails()
    {
        await using var started = await RunningEnvironment.StartAsync(new() { Stack = "ses", Patience = TimeSpan.FromHours(1) });
        var environment = started.Dev;
        await LoadAsync(environment);
        await DisturbAsync(environment);
        var began = TimeProvider.System.GetTimestamp();

        await ReleaseAsync(environment);
        await ReleaseAsync(environment);
        await environment.AdvanceAsync("PT2H");

        var took = TimeProvider.System.GetElapsedTime(began);
        var expected = Customers.Where(customer => customer.Language != "fr").Select(customer => customer.Id).ToHashSet();
        var receivers = Receivers(environment);
        var unknown = (int)await environment.MetricAsync("MessagesUnknown");
        await ReportAsync(environment, receivers.Count, unknown, took);
        Assert.Equal(receivers.Count, receivers.Distinct().Count());
        Assert.Empty(receivers.Except(expected));
        Assert.InRange(expected.Count - receivers.Count, 0, unknown);
        Assert.InRange(unknown, 0, Killed * UnderWay);
        Assert.Equal(2, await environment.MetricAsync("RunsCompleted"));
        Assert.All(
            (await environment.GetAsync("queues")).EnumerateArray(),
            queue => Assert.Equal(0, queue.GetProperty("visible").GetInt32() + queue.GetProperty("inFlight").GetInt32()));
    }

    private static async Task LoadAsync(DevEnvironment environment)
    {
        object quota = new { maxSendRate = 5000, max24HourSend = -1 };
        using var answer = await environment.Http.PostAsJsonAsync("_local/email", quota);
        answer.EnsureSuccessStatusCode();
        await CustomerLines.LoadAsync(environment, Customers.Select(customer => customer.Endpoint));
    }

    private static async Task DisturbAsync(DevEnvironment environment)
    {
        await environment.DisturbAsync(
            new { service = "ses", operation = "SendEmail", error = "TooManyRequestsException", rate = 0.05, seed = 7 });
        await environment.DisturbAsync(
            new { service = "ses", operation = "SendEmail", kill = true, rate = 10.0 / Count, count = Killed, seed = 7 });
        // The launcher is told that the shares are not queued, and queues them again.
        await environment.DisturbAsync(
            new { service = "sqs", operation = "SendMessageBatch", lost = true, error = "InternalFailure", count = 2 });
    }

    private static Task ReleaseAsync(DevEnvironment environment) =>
        environment.PutEventAsync("release-pipeline", "feature_release", new { id = "many", attributes = Company.Release("4.2") });

    private static List<string> Receivers(DevEnvironment environment) =>
    [
        .. RunningPlatform.From(environment.Cloud).Messages
            .Where(message => message.Body.Contains("4.2", StringComparison.Ordinal))
            .Select(message => message.Address.Split('@')[0]),
    ];

    private async Task ReportAsync(DevEnvironment environment, int sent, int unknown, TimeSpan took)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Count} customers: {sent} messages, {unknown} unknown, in {took.TotalSeconds:0.0} s"));
        foreach (var calls in (await environment.GetAsync("metrics")).EnumerateArray()
            .Select(metric => (Name: metric.GetProperty("name").GetString()!, Sum: metric.GetProperty("sum").GetDouble()))
            .Where(metric => metric.Name.EndsWith("Calls", StringComparison.Ordinal))
            .GroupBy(metric => metric.Name, metric => metric.Sum))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{calls.Key}: {calls.Sum():0}, {calls.Sum() / sent:0.00} a message"));
        }

        var latest = (await environment.GetAsync("calls")).EnumerateArray()
            .Where(call => call.GetProperty("principal").GetString()!.Contains("send-campaign", StringComparison.Ordinal))
            .CountBy(call => $"{call.GetProperty("service")} {call.GetProperty("operation")}");
        foreach (var (operation, count) in latest)
        {
            output.WriteLine($"Of the latest calls, by the sender: {operation} {count}");
        }
    }
}
