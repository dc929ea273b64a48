using System.Runtime.CompilerServices;
using Engagement.Journeys;
using Engagement.Services;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Journeys;

/// <summary>How many customers are at each step, as a metric.</summary>
public sealed class JourneyCensusTests
{
    private const string Metric = "CustomersAtStep";

    private readonly CompanyEvents.Telemetry telemetry = new();

    [Fact]
    public async Task Each_step_has_its_customers_in_all_versions_and_shards_together()
    {
        await CountAsync(new InShards([
            [Entry("welcome", "0", "v1")], [Entry("welcome", "1", "v1"), Entry("cart", "0", "v1")], [Entry("welcome", "1", "v2")],
        ]));

        Assert.Equal(
            (1, 2, 1), (telemetry.Metric(Metric, "welcome/0"), telemetry.Metric(Metric, "welcome/1"), telemetry.Metric(Metric, "cart/0")));
    }

    [Fact]
    public async Task They_are_counted_as_an_hour_begins_and_not_in_its_other_minutes()
    {
        telemetry.Time.Advance(TimeSpan.FromMinutes(1));
        await CountAsync(new InShards([[Entry("welcome", "0", "v1")]]));
        Assert.Equal(0, telemetry.Metric(Metric));

        telemetry.Time.Advance(TimeSpan.FromMinutes(59));
        await CountAsync(new InShards([[Entry("welcome", "0", "v1")]]));
        Assert.Equal(1, telemetry.Metric(Metric));
    }

    [Fact]
    public void Of_many_steps_the_fullest_have_a_series_and_no_customer_is_left_out() => Prop.ForAll<byte, byte>((journeys, steps) =>
    {
        var output = new CompanyEvents.Telemetry();
        List<Enrollment> entries =
        [
            .. from journey in Enumerable.Range(0, journeys % 40)
               from step in Enumerable.Range(0, steps % 20)
               from customer in Enumerable.Range(0, 1 + ((journey + step) % 3))
               select Entry($"j{journey}", $"{step}", "v1"),
        ];

        CensusOf(output, new InShards([entries])).CountAsync(output.Deadline()).GetAwaiter().GetResult();

        Assert.Equal(entries.Count, output.Metric(Metric));
        var counts = entries.CountBy(entry => $"{entry.Journey}/{entry.Position}").ToList();
        var shown = counts.Where(count => output.Metric(Metric, count.Key) > 0).ToList();
        Assert.Equal(Math.Min(counts.Count, JourneyCensus.MostSteps), shown.Count);
        Assert.True(
            counts.Except(shown).Select(count => count.Value).DefaultIfEmpty().Max()
                <= shown.Select(count => count.Value).DefaultIfEmpty(int.MaxValue).Min());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Of_many_customers_some_shards_are_counted_and_stand_for_all()
    {
        IReadOnlyList<Enrollment> page = [.. Enumerable.Repeat(Entry("welcome", "1", "v1"), 30_000), Entry("welcome", "2", "v1")];

        await CountAsync(new InShards([page, page, .. Enumerable.Repeat<IReadOnlyList<Enrollment>?>(null, IDueJourneys.Shards - 2)]));

        Assert.Equal(
            (30_000 * IDueJourneys.Shards, IDueJourneys.Shards),
            (telemetry.Metric(Metric, "welcome/1"), telemetry.Metric(Metric, "welcome/2")));
    }

    [Fact]
    public async Task A_count_that_fails_says_so_and_counts_nothing_of_it()
    {
        await CountAsync(new InShards([[Entry("welcome", "0", "v1")], null]));

        Assert.Equal(0, telemetry.Metric(Metric));
        Assert.Contains("in an hour", (string?)Assert.Single(telemetry.Lines("censusFailed"))["message"], StringComparison.Ordinal);
    }

    private async Task CountAsync(IEnrollments enrollments)
    {
        using var deadline = telemetry.Deadline();
        await CensusOf(telemetry, enrollments).CountAsync(deadline);
    }

    private static JourneyCensus CensusOf(CompanyEvents.Telemetry telemetry, IEnrollments enrollments) =>
        new(enrollments, telemetry.Time, telemetry.Log, telemetry.Metrics);

    private static Enrollment Entry(string journey, string step, string version) => new()
    {
        Journey = journey,
        Id = "e1",
        At = DateTimeOffset.UnixEpoch,
        Since = DateTimeOffset.UnixEpoch,
        Version = version,
        Position = new(step),
        Anchor = DateTimeOffset.UnixEpoch,
        Due = DateTimeOffset.UnixEpoch,
    };

    // Null stands for a shard that cannot be read.
    private sealed class InShards(IReadOnlyList<IReadOnlyList<Enrollment>?> shards) : IEnrollments
    {
        public async IAsyncEnumerable<IReadOnlyList<Enrollment>> ReadAsync(
            int shard, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            if (shard < shards.Count)
            {
                yield return shards[shard] ?? throw new ServiceException(ServiceFailure.Throttled, "too many");
            }
        }
    }
}
