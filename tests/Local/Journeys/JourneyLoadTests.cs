using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Engagement.Journeys;
using Local.Tests.Ses;
using Local.Tests.Ses.Campaigns;
using Xunit.Abstractions;

namespace Local.Tests.Journeys;

/// <summary>What many customers in journeys cost: requests, time of the processor, and how long the latest waits.</summary>
public sealed partial class JourneyLoadTests(ITestOutputHelper output)
{
    /// <summary>300 unless <c>JOURNEY_ENTRIES</c> asks for more.</summary>
    private static readonly int Entries = FromEnvironment("JOURNEY_ENTRIES", 300);

    /// <summary>300 unless <c>JOURNEY_INSIDE</c> asks for more.</summary>
    private static readonly int Inside = FromEnvironment("JOURNEY_INSIDE", 300);

    // Of the state 4, of the customer and consent at the entry and before the message, once before its turn and once after it.
    private const double MostReads = 13.5;

    private readonly JourneyCloud cloud = new(FunctionFaults.None, seed: 1);

    [Fact]
    public async Task An_hour_of_entries_takes_few_requests_each_and_nobody_waits_longer_than_two_minutes()
    {
        await cloud.DeployAsync(SampleJourneys.Catalog);
        for (var number = 0; number < Entries; number++)
        {
            await cloud.AddCustomerAsync(NameOf(number));
        }

        var (before, cpu, started) = (cloud.Requests, Process.GetCurrentProcess().TotalProcessorTime, TimeProvider.System.GetTimestamp());
        for (var number = 0; number < Entries; number++)
        {
            await TurnAsync(number);
            await cloud.OccurAsync(NameOf(number), "signed_up", $"e{number}");
        }

        await SweepAsync(minutes: 2);
        var requests = cloud.Requests.ToDictionary(each => each.Key, each => each.Value - before.GetValueOrDefault(each.Key));
        Tell("entries of welcome within an hour", Entries, requests, cpu, started);
        var waited = cloud.Messages.All.Max(message => message.At - EventOf(message.Entry));
        output.WriteLine($"  the latest message came {waited.TotalSeconds:0} s after its event");

        Assert.Equal(Entries, cloud.Messages.All.Count);
        // Two sweeps, and the turn to send.
        Assert.InRange(waited, TimeSpan.Zero, TimeSpan.FromSeconds(121));
        // Queries are those of the sweeps, 16 each minute. The writes of an entry with its message: three of the state, four notes.
        Assert.Equal(7 * Entries, requests["PutItem"]);
        Assert.InRange((requests["GetItem"] + requests["BatchGetItem"]) / (double)Entries, 1, MostReads);
    }

    [Fact]
    public async Task A_sweep_of_many_inside_of_whom_nobody_is_due_takes_a_query_a_shard_and_a_count_a_page_of_each()
    {
        var entry = new Enrollment
        {
            Journey = "welcome",
            Id = "8d0c2f5e-4f0a-4e3c-9b1d-2f6c1f0f3a77",
            At = Updates.Start,
            Since = Updates.Start,
            Version = "0123456789ab",
            Position = new("1"),
            Anchor = Updates.Start,
            Due = Updates.Start.AddDays(3),
            Sent = ["welcome"],
        };
        var journeys = cloud.Journeys;
        for (var number = 0; number < Inside; number++)
        {
            var customer = new CustomerJourneys
            {
                EndpointId = NameOf(number),
                Enrollments = new Dictionary<string, Enrollment> { [entry.Journey] = entry },
                LastEntered = new Dictionary<string, DateTimeOffset> { [entry.Journey] = entry.At },
                Sends = [entry.At],
            };
            Assert.True(await journeys.TryWriteAsync(customer, default));
        }

        Assert.Equal(IDueJourneys.Shards, await MeasureAsync("sweep", cloud.SweepAsync));
        Assert.InRange(
            await MeasureAsync("count of customers at each step", cloud.CountAsync),
            IDueJourneys.Shards,
            IDueJourneys.Shards + (Inside / 1_000));
        var counted = int.Parse(Counted().Match(cloud.Written()).Groups[1].Value, CultureInfo.InvariantCulture);
        // Of more it concludes from a part.
        var error = Inside <= JourneyCensus.MostCounted ? 0 : Inside / 20;
        Assert.InRange(counted, Inside - error, Inside + error);
    }

    // So many minutes of the hour as there are events have their sweep before.
    private async Task TurnAsync(int number)
    {
        var at = TimeOf(number);
        while (cloud.Time.GetUtcNow() is var now && at - now > TimeSpan.Zero)
        {
            var minute = now.AddTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute));
            cloud.Time.AdvanceTo(minute < at ? minute : at);
            if (minute <= at)
            {
                await cloud.SweepAsync();
            }
        }
    }

    private async Task SweepAsync(int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            cloud.Time.AdvanceTo(cloud.Time.GetUtcNow().AddMinutes(1));
            await cloud.SweepAsync();
        }
    }

    private async Task<int> MeasureAsync(string what, Func<Task> act)
    {
        var (before, cpu, started) = (cloud.Requests, Process.GetCurrentProcess().TotalProcessorTime, TimeProvider.System.GetTimestamp());
        await act();
        var requests = cloud.Requests.ToDictionary(each => each.Key, each => each.Value - before.GetValueOrDefault(each.Key));
        Tell($"inside: {what}", Inside, requests, cpu, started);
        return requests["Query"];
    }

    private void Tell(string what, int number, Dictionary<string, int> requests, TimeSpan cpu, long started)
    {
        var spent = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{number} {what}: {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s, CPU {spent.TotalSeconds:0.0} s"));
        foreach (var (operation, count) in requests.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {operation} {count}, {count / (double)number:0.00} each"));
        }
    }

    private static DateTimeOffset EventOf(string entry) => TimeOf(int.Parse(entry[1..], CultureInfo.InvariantCulture));

    private static DateTimeOffset TimeOf(int number) => Updates.Start + (TimeSpan.FromHours(1) * number / Entries);

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"customer-{number}");

    private static int FromEnvironment(string name, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(name) ?? $"{otherwise}", CultureInfo.InvariantCulture);

    [GeneratedRegex("\"CustomersAtStep\":(\\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
