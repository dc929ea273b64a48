using Engagement.Local.Clock;

namespace Engagement.Local.Pinpoint.Scheduling;

/// <summary>
/// What campaigns and journeys are to do and when. One thing is done at a time, in the order in which it came due. So two runs of the same
/// program deliver the same messages in the same order. An advance of the clock waits for all of it.
/// </summary>
internal sealed class Agenda(VirtualClock clock)
{
    private readonly Lock gate = new();
    private readonly List<Exception> failures = [];
    private Task last = Task.CompletedTask;

    /// <summary>Errors that no rule foresees.</summary>
    public IReadOnlyList<Exception> Failures
    {
        get
        {
            lock (gate)
            {
                return [.. failures];
            }
        }
    }

    /// <summary>Does something at an instant, or as soon as it can where that is past.</summary>
    /// <param name="due">The instant.</param>
    /// <param name="name">What it is, for the message of an advance that gives up waiting for it.</param>
    /// <param name="body">Does it.</param>
    public void At(DateTimeOffset due, string name, Func<Task> body)
    {
        var wait = due - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            Now(name, body);
            return;
        }

        // The clock fires timers one by one, so that what is due at the same instant keeps the order in which it was asked for.
        ITimer? timer = null;
        timer = clock.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                Now(name, body);
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Does something once everything before it is done. It is under way when this returns.</summary>
    public void Now(string name, Func<Task> body)
    {
        lock (gate)
        {
            last = RunAsync(last, clock.BeginWork(name), body);
        }
    }

    private async Task RunAsync(Task before, Work work, Func<Task> body)
    {
        using (work)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await body();
            }
            catch (Exception error) when (Record(error))
            {
                throw;
            }
        }
    }

    private bool Record(Exception error)
    {
        // Without its message, which may quote a customer's values.
        Console.Error.WriteLine($"Pinpoint failed with {error.GetType().Name}:{Environment.NewLine}{error.StackTrace}");
        lock (gate)
        {
            failures.Add(error);
        }

        return false;
    }
}
