using System.Diagnostics;
using Engagement.Local.Faults;
using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Execution;

/// <summary>One process of a function with its Runtime API: takes one invocation after another, one at a time.</summary>
/// <remarks>
/// Time here is real: the function's process knows no other. A process has ten seconds to start that do not count
/// against the function's timeout; from then on they do. (Lambda starts it anew at that point, which changes nothing but
/// how long it takes.)
/// </remarks>
internal sealed class ExecutionEnvironment
{
    // A function that is to be killed has this long to begin its work, so that it dies in the midst of it.
    private static readonly TimeSpan IntoTheInvocation = TimeSpan.FromMilliseconds(20);

    private readonly LambdaDefinition function;
    private readonly RuntimeApi api;
    private readonly FunctionProcess process;
    private readonly LogStream stream;
    private readonly PlatformLog log;
    private readonly IFaults? faults;
    private readonly LambdaLimits limits;
    private readonly DirectoryInfo scratch;
    private readonly long started = Stopwatch.GetTimestamp();
    private Task? firstPoll;

    public ExecutionEnvironment(
        LambdaDefinition function,
        RuntimeApi api,
        FunctionProcess process,
        LogStream stream,
        PlatformLog log,
        IFaults? faults,
        LambdaLimits limits,
        DirectoryInfo scratch)
    {
        this.function = function;
        this.api = api;
        this.process = process;
        this.stream = stream;
        this.log = log;
        this.faults = faults;
        this.limits = limits;
        this.scratch = scratch;
    }

    /// <summary>Whether its process lives and waits for an invocation.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Physical name of the function.</summary>
    public string FunctionName => function.Name;

    /// <summary>Ends the process at once, wherever it is.</summary>
    public void Kill() => process.Kill();

    /// <summary>Whether a process that was ready has died since.</summary>
    public bool HasDied => process.Exited.IsCompleted;

    /// <summary>Runs one invocation to its end. Cancelling ends the process.</summary>
    public async Task<InvocationResult> InvokeAsync(RuntimeInvocation invocation, CancellationToken cancellationToken)
    {
        await stream.OpenAsync();
        var init = await InitialiseAsync(cancellationToken);
        process.Drain();
        log.Start(invocation.RequestId);
        var begun = Stopwatch.GetTimestamp();
        IsReady = false;
        var (result, fault) = await RunAsync(invocation, cancellationToken);
        var duration = Stopwatch.GetElapsedTime(begun);
        var memory = process.PeakMemory;
        if (!IsReady)
        {
            process.Kill();
            await process.Exited;
        }

        process.Drain();
        if (fault is not null)
        {
            log.Fault(fault);
        }

        log.End(invocation.RequestId, new InvocationReport(duration, init, memory, fault?.Type));
        return result;
    }

    /// <summary>Ends the process where it still lives, and lets go of all that was its.</summary>
    public async Task StopAsync()
    {
        await process.DisposeAsync();
        await api.DisposeAsync();
        scratch.Delete(recursive: true);
    }

    /// <summary>
    /// Waits until the new process asks for its first invocation, dies, or has used up its time; answers how long that took.
    /// </summary>
    private async Task<TimeSpan?> InitialiseAsync(CancellationToken cancellationToken)
    {
        if (firstPoll is not null)
        {
            return null;
        }

        firstPoll = api.PolledAsync(CancellationToken.None);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(firstPoll, api.InitError, process.Exited, Task.Delay(limits.InitTime, end.Token));
        cancellationToken.ThrowIfCancellationRequested();
        await end.CancelAsync();
        return Stopwatch.GetElapsedTime(started);
    }

    private async Task<(InvocationResult Result, FunctionFault? Fault)> RunAsync(
        RuntimeInvocation invocation, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(function.Timeout);
        var timeout = Task.Delay(Timeout.InfiniteTimeSpan, end.Token);
        invocation.Begin(TimeProvider.System.GetUtcNow() + function.Timeout);
        api.HandOut(invocation);
        if (faults?.ShouldKill(function.Name) == true)
        {
            await Task.WhenAny(invocation.Answer, Task.Delay(IntoTheInvocation, end.Token));
            process.Kill();
        }

        await Task.WhenAny(invocation.Answer, api.InitError, process.Exited, timeout);
        cancellationToken.ThrowIfCancellationRequested();
        if (invocation.Answer.IsCompleted)
        {
            // Busy until it asks for more: it may still be writing its log, or be about to fail.
            await Task.WhenAny(api.PolledAsync(end.Token), process.Exited, timeout);
            IsReady = !process.Exited.IsCompleted && !timeout.IsCompleted;
            return (await invocation.Answer, null);
        }

        if (api.InitError.IsCompleted)
        {
            return (new InvocationResult(await api.InitError, "Unhandled"), null);
        }

        var fault = process.Exited.IsCompleted
            ? FunctionFault.Exited(invocation.RequestId, process.ExitCode)
            : FunctionFault.TimedOut(invocation.RequestId, function.Timeout, TimeProvider.System.GetUtcNow());
        return (fault.Result, fault);
    }
}
