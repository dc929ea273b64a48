namespace Engagement.Local.Lambda;

/// <summary>The deployed functions, as other services see them.</summary>
internal interface IFunctions
{
    /// <summary>A function by its name, ARN or qualified ARN, or null where there is none.</summary>
    FunctionConfiguration? Find(string nameOrArn);

    /// <summary>Invokes a function synchronously and waits for its answer.</summary>
    /// <exception cref="Aws.AwsException">There is no such function, or it is throttled.</exception>
    Task<InvocationResult> InvokeAsync(string nameOrArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}

/// <summary>What other services need to know of a function.</summary>
/// <param name="Name">Physical name.</param>
/// <param name="Arn">Unqualified ARN.</param>
/// <param name="Role">ARN of the execution role.</param>
/// <param name="Timeout">Longest time one invocation may take.</param>
internal sealed record FunctionConfiguration(string Name, string Arn, string Role, TimeSpan Timeout);

/// <summary>A synchronous invocation's outcome.</summary>
/// <param name="Payload">The function's answer, or the error object where <paramref name="FunctionError"/> is set.</param>
/// <param name="FunctionError">Null where the function answered; <c>Unhandled</c> where it threw, ran out of time or died.</param>
internal sealed record InvocationResult(ReadOnlyMemory<byte> Payload, string? FunctionError);
