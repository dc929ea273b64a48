using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Execution;

/// <summary>
/// A function and its execution environments: the last used is used next, more are started when all are busy, some are kept.
/// </summary>
/// <param name="definition">The function.</param>
/// <param name="concurrency">Places that it may take: its own, or those it shares.</param>
/// <param name="launcher">Starts environments.</param>
/// <param name="idleLimit">Environments kept for later.</param>
/// <param name="policy">Who else may call it.</param>
internal sealed class DeployedFunction(
    LambdaDefinition definition, Concurrency concurrency, Launcher launcher, int idleLimit, FunctionPolicy policy) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Stack<ExecutionEnvironment> idle = new();
    private bool stopped;

    /// <summary>The function as deployed.</summary>
    public LambdaDefinition Definition => definition;

    /// <summary>Who else may call it.</summary>
    public FunctionPolicy Policy { get; } = policy;

    /// <summary>What becomes of its asynchronous invocations.</summary>
    public AsynchronousSettings Asynchronous { get; set; } = new();

    /// <summary>Runs one invocation.</summary>
    /// <exception cref="Aws.AwsException">All places are taken.</exception>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        using var place = concurrency.TryEnter() ?? throw LambdaError.TooManyRequests();
        var environment = await TakeIdleAsync() ?? await launcher.StartAsync(definition, cancellationToken);
        try
        {
            return await environment.InvokeAsync(
                new RuntimeInvocation(Guid.NewGuid().ToString(), definition.Arn, payload), cancellationToken);
        }
        finally
        {
            if (!TryKeep(environment))
            {
                await launcher.StopAsync(environment);
            }
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

        await Task.WhenAll(kept.Select(launcher.StopAsync));
    }

    private async Task<ExecutionEnvironment?> TakeIdleAsync()
    {
        while (Pop() is { } environment)
        {
            if (!environment.HasDied)
            {
                return environment;
            }

            await launcher.StopAsync(environment);
        }

        return null;
    }

    private ExecutionEnvironment? Pop()
    {
        lock (gate)
        {
            // A caller that got hold of a function just before its successor came still runs on the old one, in an environment of its own.
            return idle.TryPop(out var environment) ? environment : null;
        }
    }

    private bool TryKeep(ExecutionEnvironment environment)
    {
        lock (gate)
        {
            if (stopped || !environment.IsReady || idle.Count >= idleLimit)
            {
                return false;
            }

            idle.Push(environment);
            return true;
        }
    }
}
