namespace Engagement.Local.Lambda.Execution;

/// <summary>One invocation on its way through an execution environment.</summary>
/// <param name="RequestId">Its id, a UUID.</param>
/// <param name="FunctionArn">ARN of the function.</param>
/// <param name="Payload">The event, JSON.</param>
internal sealed record RuntimeInvocation(string RequestId, string FunctionArn, ReadOnlyMemory<byte> Payload)
{
    private readonly TaskCompletionSource<InvocationResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When Lambda will end it, by the clock of the function's process, which is real time.</summary>
    public DateTimeOffset Deadline { get; set; }

    /// <summary>What the function posts for it; never completes where the process dies first.</summary>
    public Task<InvocationResult> Answer => answer.Task;

    /// <summary>Takes what the function posted.</summary>
    public void Complete(ReadOnlyMemory<byte> payload, string? functionError) =>
        answer.TrySetResult(new InvocationResult(payload, functionError));
}
