using System.Diagnostics;
using System.Globalization;
using Engagement.Local.Pinpoint;
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
        var customers = int.Parse(
            System.Environment.GetEnvironmentVariable("REMINDED_CUSTOMERS") ?? $"{FewCustomers}",
            CultureInfo.InvariantCulture);
        var cloud = month.Environment.Cloud;
        var now = await month.Environment.NowAsync();
        var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero).AddHours(2);
        var due = hour.AddHours(24.5).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var endpoints = cloud.Service<PinpointService>().Applications.All[0].Endpoints;
        endpoints.Update(
            Enumerable.Range(0, customers).Select(i => ($"many-{i}", new Engagement.Local.Pinpoint.Endpoints.EndpointRequest
            {
                Address = $"many-{i}@example.com",
                ChannelType = "EMAIL",
                User = new()
                {
                    UserId = $"many-{i}",
                    UserAttributes = new Dictionary<string, IReadOnlyList<string>?> { ["appointment_at"] = [due] },
                },
            })),
            "request");
        await AdvanceToAsync(hour.AddMinutes(-1));
        var before = (
            Messages: cloud.Service<PinpointService>().Outbox.All.Count,
            Calls: await month.Environment.MetricAsync("PinpointCalls"));
        var slide = await AdvanceToAsync(hour.AddMinutes(1));
        var calls = await month.Environment.MetricAsync("PinpointCalls") - before.Calls;
        var refresh = await AdvanceToAsync(hour.AddMinutes(59));

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{customers} customers due: {calls} calls to Pinpoint in {slide.TotalSeconds:0.00} s; chosen and sent in "
                    + $"{refresh.TotalSeconds:0.0} s"));
        Assert.Equal(Messages, calls);
        Assert.Equal(
            customers,
            cloud.Service<PinpointService>().Outbox.All.Skip(before.Messages)
                .Count(message => message.EndpointId.StartsWith("many-", StringComparison.Ordinal)));
    }

    private async Task<TimeSpan> AdvanceToAsync(DateTimeOffset until)
    {
        var by = until - await month.Environment.NowAsync();
        var watch = Stopwatch.StartNew();
        await month.Environment.AdvanceAsync(System.Xml.XmlConvert.ToString(by));
        return watch.Elapsed;
    }
}
