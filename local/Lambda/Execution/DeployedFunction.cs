using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Execution;

/// <summary>A function, and what belongs to it from its first deployment to its last.</summary>
/// <param name="definition">The function.</param>
/// <param name="concurrency">Places that it may take: its own, or those it shares.</param>
/// <param name="environments">Where it runs.</param>
/// <param name="policy">Who else may call it.</param>
internal sealed class DeployedFunction(
    LambdaDefinition definition, Concurrency concurrency, ExecutionEnvironments environments, FunctionPolicy policy) : IAsyncDisposable
{
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
        return await environments.InvokeAsync(
            new RuntimeInvocation(Guid.NewGuid().ToString(), definition.Arn, payload), cancellationToken);
    }

    /// <inheritdoc cref="ExecutionEnvironments.DisposeAsync"/>
    public ValueTask DisposeAsync() => environments.DisposeAsync();
}
