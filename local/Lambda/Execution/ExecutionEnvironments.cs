using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Execution;

/// <summary>A function's execution environments: the last used is used next, and some are kept.</summary>
/// <remarks>
/// An invocation takes milliseconds, and a start most of a second. So an invocation that finds every environment busy waits a moment for
/// one of them, and another is started only if none was free by then. A burst starts one process and not ten, and is over sooner.
/// </remarks>
/// <param name="function">The function.</param>
/// <param name="launcher">Starts environments.</param>
/// <param name="limits">How many are kept, and how long an invocation waits for one.</param>
internal sealed class ExecutionEnvironments(LambdaDefinition function, Launcher launcher, LambdaLimits limits) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Stack<ExecutionEnvironment> idle = new();
    private readonly Queue<TaskCompletionSource<ExecutionEnvironment?>> waiting = new();
    private Task lastStart = Task.CompletedTask;
    private int alive;
    private bool stopped;

    /// <summary>Runs one invocation to its end. Cancelling ends the process.</summary>
    public async Task<InvocationResult> InvokeAsync(RuntimeInvocation invocation, CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var environment = await TakeAsync(invocation, ended.Task, cancellationToken);
            try
            {
                return await environment.InvokeAsync(invocation, cancellationToken);
            }
            finally
            {
                await GiveBackAsync(environment);
            }
        }
        finally
        {
            ended.SetResult();
        }
    }

    /// <summary>Ends the idle environments. Invocations under way end as they began, each with its environment.</summary>
    public async ValueTask DisposeAsync()
    {
        ExecutionEnvironment[] kept;
        lock (gate)
        {
            stopped = true;
            kept = [.. idle];
            idle.Clear();
        }

        await Task.WhenAll(kept.Select(StopAsync));
    }

    private async Task<ExecutionEnvironment> TakeAsync(RuntimeInvocation invocation, Task ended, CancellationToken cancellationToken)
    {
        for (var hasWaited = false; !MayStart(hasWaited, invocation, ended); hasWaited = true)
        {
            if (await WaitAsync(cancellationToken) is { } environment)
            {
                return environment;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }

        return await StartAsync(cancellationToken);
    }

    /// <summary>Whether an invocation starts an environment, which counts from now on.</summary>
    private bool MayStart(bool hasWaited, RuntimeInvocation invocation, Task ended)
    {
        lock (gate)
        {
            if (idle.Count > 0 || (alive > 0 && !(hasWaited && lastStart.IsCompleted)))
            {
                return false;
            }

            alive++;
            lastStart = AnswerFirstAsync(invocation, ended);
            return true;
        }
    }

    // Until a new environment has answered for the first time, or has had its time for it, no other is started.
    private async Task AnswerFirstAsync(RuntimeInvocation invocation, Task ended)
    {
        await Task.WhenAny(invocation.Begun, ended);
        await Task.WhenAny(ended, Task.Delay(limits.Patience));
    }

    private async Task<ExecutionEnvironment> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await launcher.StartAsync(function, cancellationToken);
        }
        catch
        {
            Forget();
            throw;
        }
    }

    /// <summary>An environment that is idle or gets so in time; null where there is none.</summary>
    private async Task<ExecutionEnvironment?> WaitAsync(CancellationToken cancellationToken)
    {
        var waiter = new TaskCompletionSource<ExecutionEnvironment?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Pop(waiter) is { } environment)
        {
            return await LivingAsync(environment);
        }

        await Task.WhenAny(waiter.Task, Task.Delay(limits.Patience, cancellationToken));
        waiter.TrySetResult(null);
        return await waiter.Task is { } freed ? await LivingAsync(freed) : null;
    }

    private ExecutionEnvironment? Pop(TaskCompletionSource<ExecutionEnvironment?> waiter)
    {
        lock (gate)
        {
            if (idle.TryPop(out var environment))
            {
                return environment;
            }

            waiting.Enqueue(waiter);
            return null;
        }
    }

    private async Task<ExecutionEnvironment?> LivingAsync(ExecutionEnvironment environment)
    {
        if (!environment.HasDied)
        {
            return environment;
        }

        await StopAsync(environment);
        return null;
    }

    private async Task GiveBackAsync(ExecutionEnvironment environment)
    {
        if (!TryKeep(environment))
        {
            await StopAsync(environment);
        }
    }

    private bool TryKeep(ExecutionEnvironment environment)
    {
        lock (gate)
        {
            // A caller that got hold of a function just before its successor came still runs on the old one, in an environment of its own.
            if (stopped || !environment.IsReady)
            {
                return false;
            }

            return TryHandOver(environment) || TryPush(environment);
        }
    }

    private bool TryHandOver(ExecutionEnvironment? environment)
    {
        while (waiting.TryDequeue(out var waiter))
        {
            if (waiter.TrySetResult(environment))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryPush(ExecutionEnvironment environment)
    {
        if (idle.Count >= limits.IdleEnvironments)
        {
            return false;
        }

        idle.Push(environment);
        return true;
    }

    private async Task StopAsync(ExecutionEnvironment environment)
    {
        await launcher.StopAsync(environment);
        Forget();
    }

    private void Forget()
    {
        lock (gate)
        {
            alive--;
            if (alive == 0)
            {
                // There is none left to wait for.
                TryHandOver(null);
            }
        }
    }
}
