namespace Engagement.Local.Lambda.Execution;

/// <summary>One invocation on its way through an execution environment.</summary>
/// <param name="RequestId">Its id, a UUID.</param>
/// <param name="FunctionArn">ARN of the function.</param>
/// <param name="Payload">The event, JSON.</param>
internal sealed record RuntimeInvocation(string RequestId, string FunctionArn, ReadOnlyMemory<byte> Payload)
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InvocationResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When Lambda will end it, by the clock of the function's process, which is real time.</summary>
    public DateTimeOffset Deadline { get; private set; }

    /// <summary>Completes when its process has started, or has used up its time for that, and the function's time begins.</summary>
    public Task Begun => begun.Task;

    /// <summary>What the function posts for it; never completes where the process dies first.</summary>
    public Task<InvocationResult> Answer => answer.Task;

    /// <summary>From now on its time runs.</summary>
    public void Begin(DateTimeOffset deadline)
    {
        Deadline = deadline;
        begun.SetResult();
    }

    /// <summary>Takes what the function posted.</summary>
    public void Complete(ReadOnlyMemory<byte> payload, string? functionError) =>
        answer.TrySetResult(new InvocationResult(payload, functionError));
}
