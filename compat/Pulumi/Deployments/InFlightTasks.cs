using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Pulumi;

/// <summary>Everything that a deployment waits for before it ends.</summary>
internal sealed class InFlightTasks
{
    private readonly Lock gate = new();
    private readonly List<Exception> failures = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running;
    private bool isAwaited;

    public void Add(Task task)
    {
        lock (gate)
        {
            running++;
        }

        task.ContinueWith(Complete, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Waits until no task runs or one has failed; the failures seen by then, each once.</summary>
    public async Task<ImmutableArray<Exception>> WhenIdleOrFailedAsync()
    {
        lock (gate)
        {
            isAwaited = true;
            EndIfDone();
        }

        await ended.Task;
        lock (gate)
        {
            return [.. failures.Distinct()];
        }
    }

    private void Complete(Task task)
    {
        lock (gate)
        {
            running--;
            failures.AddRange(task.Exception?.InnerExceptions ?? []);
            EndIfDone();
        }
    }

    private void EndIfDone()
    {
        if (isAwaited && (running == 0 || failures.Count > 0))
        {
            ended.TrySetResult();
        }
    }
}
