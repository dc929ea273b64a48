using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Reminders;

/// <summary>One hour with many customers. REMINDED_CUSTOMERS says how many; docs/benchmarks.md has the figures of 50,000.</summary>
[Collection(RemindedCustomersDefinition.Name)]
public sealed class HourTests(RemindedCustomers month, ITestOutputHelper output)
{
    private const int FewCustomers = 500;
    private const int Messages = 5;

    [Fact]
    public async Task Calls_to_Pinpoint_are_as_many_as_messages_however_many_customers_there_are()
    {
        var customers = int.Parse(System.Environment.GetEnvironmentVariable("REMINDED_CUSTOMERS") ?? $"{FewCustomers}", CultureInfo.InvariantCulture);
        var cloud = month.Environment.Cloud;
        var now = await month.Environment.NowAsync();
        var due = (now + TimeSpan.FromHours(26.5)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var endpoints = cloud.Pinpoint.Applications.All[0].Endpoints;
        endpoints.Update(
            Enumerable.Range(0, customers).Select(i => ($"many-{i}", new Engagement.Local.Pinpoint.Endpoints.EndpointRequest
            {
                Address = $"many-{i}@example.com",
                ChannelType = "EMAIL",
                User = new() { UserId = $"many-{i}", UserAttributes = new Dictionary<string, IReadOnlyList<string>?> { ["appointment_at"] = [due] } },
            })),
            "request");
        var before = (Messages: cloud.Pinpoint.Outbox.All.Count, Calls: await month.Environment.MetricAsync("PinpointCalls"));

        // To just after the beginning of the hour, then to its end.
        var slide = await AdvanceAsync(HourAfter(now).AddHours(1).AddMinutes(1) - now);
        var calls = await month.Environment.MetricAsync("PinpointCalls");
        var refresh = await AdvanceAsync(TimeSpan.FromHours(1));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{customers} customers due: two hours' slides in {slide.TotalSeconds:0.00} s, choosing and sending in {refresh.TotalSeconds:0.0} s"));
        Assert.Equal(2 * Messages, calls - before.Calls);
        Assert.Equal(customers, cloud.Pinpoint.Outbox.All.Skip(before.Messages).Count(message => message.EndpointId.StartsWith("many-", StringComparison.Ordinal)));
    }

    private async Task<TimeSpan> AdvanceAsync(TimeSpan by)
    {
        var watch = Stopwatch.StartNew();
        await month.Environment.AdvanceAsync(System.Xml.XmlConvert.ToString(by));
        return watch.Elapsed;
    }

    private static DateTimeOffset HourAfter(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
