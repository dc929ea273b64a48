using Engagement.Local.Clock;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.Clock;

public sealed class VirtualClockProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Timers as (due, period) in seconds, a period of zero for none.</summary>
    private static readonly Gen<(int Due, int Period)[]> Timers =
        (from due in Gen.Choose(0, 60) from period in Gen.Choose(0, 20) select (due, period)).ArrayOf().Resize(30);

    private static readonly Gen<int[]> Steps = Gen.Choose(0, 30).ArrayOf().Resize(15);

    [Fact]
    public void Timers_fire_in_order_exactly_once_a_due_time_and_never_early() =>
        Prop.ForAll(
            Timers.ToArbitrary(),
            Steps.ToArbitrary(),
            (timers, steps) =>
            {
                var fired = Run(timers, steps);
                var end = steps.Sum();
                var expected = timers.SelectMany((timer, index) => DueTimes(timer, end).Select(at => (index, at)));
                return fired.Select(firing => firing.At).SequenceEqual(fired.Select(firing => firing.At).Order())
                    && fired.Order().SequenceEqual(expected.Order());
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Advancing_in_one_step_equals_advancing_in_many() =>
        Prop.ForAll(
            Timers.Where(timers => timers.All(timer => timer.Due > 0)).ToArbitrary(),
            Steps.ToArbitrary(),
            (timers, steps) => Run(timers, steps).SequenceEqual(Run(timers, [steps.Sum()]))).QuickCheckThrowOnFailure();

    private static IEnumerable<int> DueTimes((int Due, int Period) timer, int end)
    {
        for (var at = timer.Due; at <= end; at += timer.Period)
        {
            yield return at;
            if (timer.Period == 0)
            {
                break;
            }
        }
    }

    /// <summary>What fired when, where each firing causes work that goes through the thread pool.</summary>
    private static List<(int Timer, int At)> Run((int Due, int Period)[] timers, int[] steps)
    {
        var clock = new VirtualClock(Start);
        var fired = new List<(int, int)>();
        for (var i = 0; i < timers.Length; i++)
        {
            var index = i;
            clock.CreateTimer(_ => _ = WorkAsync(index), null, TimeSpan.FromSeconds(timers[i].Due), TimeSpan.FromSeconds(timers[i].Period));
        }

        AdvanceAsync().GetAwaiter().GetResult();
        return fired;

        async Task WorkAsync(int index)
        {
            using var work = clock.BeginWork("firing");
            await Task.Yield();
            lock (fired)
            {
                fired.Add((index, (int)(clock.GetUtcNow() - Start).TotalSeconds));
            }
        }

        async Task AdvanceAsync()
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await clock.SettleAsync(soon.Token);
            foreach (var step in steps)
            {
                await clock.AdvanceAsync(TimeSpan.FromSeconds(step), soon.Token);
            }
        }
    }
}
