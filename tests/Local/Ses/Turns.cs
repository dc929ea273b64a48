namespace Local.Tests.Ses;

/// <summary>Lets one of several writers go on at a time, in an order that follows from a seed.</summary>
internal sealed class Turns(int seed)
{
    private readonly Random random = new(seed);
    private readonly List<TaskCompletionSource> waiting = [];

    /// <summary>Waits for a writer's turn.</summary>
    public Task WaitAsync()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (waiting)
        {
            waiting.Add(turn);
        }

        return turn.Task;
    }

    /// <summary>Gives turns until all writers are done.</summary>
    public async Task RunAsync(IEnumerable<Task> writers)
    {
        var all = Task.WhenAll([.. writers]);
        while (!all.IsCompleted)
        {
            Take()?.SetResult();
            await Task.Yield();
        }

        await all;
    }

    private TaskCompletionSource? Take()
    {
        lock (waiting)
        {
            if (waiting.Count == 0)
            {
                return null;
            }

            var turn = waiting[random.Next(waiting.Count)];
            waiting.Remove(turn);
            return turn;
        }
    }
}
