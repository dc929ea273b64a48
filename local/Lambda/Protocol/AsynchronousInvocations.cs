using System.Net;
using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Targets;
using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Protocol;

/// <summary>
/// Invocations whose caller does not wait. As in AWS, a function that fails is tried again after one minute and after two more. A throttled
/// one is tried again after 1 s, 2 s, 4 s, … up to every five minutes, for six hours. What failed for good goes to the queue that the
/// function names for it. Waits are the clock's.
/// </summary>
/// <param name="functions">The deployed functions.</param>
/// <param name="cloud">Where queues are, and the clock.</param>
/// <param name="aws">The door to SQS.</param>
/// <param name="roles">Whether Lambda may act as a function's role.</param>
internal sealed class AsynchronousInvocations(LambdaService functions, CloudContext cloud, IAwsEndpoint aws, IRoleAssumption roles)
{
    private static readonly TimeSpan[] RetryDelays = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];
    private static readonly TimeSpan LongestThrottleDelay = TimeSpan.FromMinutes(5);

    /// <summary>Takes an event; the invocation is under way, to the clock, when this returns.</summary>
    /// <exception cref="AwsException">There is no such function, or the payload is too large or no JSON.</exception>
    public void Add(string arn, ReadOnlyMemory<byte> payload)
    {
        var function = functions.Find(arn) ?? throw LambdaError.NotFound(arn);
        _ = RunAsync(function, functions.Asynchronous(function.Arn), EventPayload.Read(payload, "Event", LambdaLimits.EventBytes));
    }

    private async Task RunAsync(FunctionConfiguration function, AsynchronousSettings settings, ReadOnlyMemory<byte> payload)
    {
        using var work = cloud.Clock.BeginWork($"asynchronous invocation of {function.Name}");
        await Task.Yield();
        var accepted = cloud.Clock.GetUtcNow();
        var throttleDelay = TimeSpan.FromSeconds(1);
        var attempts = 0;
        InvocationResult? last = null;
        while (attempts <= settings.MaximumRetryAttempts && cloud.Clock.GetUtcNow() - accepted <= settings.MaximumEventAge)
        {
            if (await TryAsync(function.Arn, payload) is not { } result)
            {
                await work.DelayAsync(throttleDelay, CancellationToken.None);
                throttleDelay = throttleDelay * 2 < LongestThrottleDelay ? throttleDelay * 2 : LongestThrottleDelay;
                continue;
            }

            if (result.FunctionError is null)
            {
                return;
            }

            last = result;
            if (attempts++ < settings.MaximumRetryAttempts)
            {
                await work.DelayAsync(RetryDelays[attempts - 1], CancellationToken.None);
            }
        }

        await KeepAsync(function, settings, new()
        {
            FunctionArn = function.Arn,
            At = cloud.Clock.GetUtcNow(),
            Condition = attempts > settings.MaximumRetryAttempts ? "RetriesExhausted" : "EventAgeExceeded",
            Attempts = attempts,
            Payload = payload,
            Last = last,
        });
    }

    /// <summary>The attempt's outcome; null where the function was throttled.</summary>
    private async Task<InvocationResult?> TryAsync(string arn, ReadOnlyMemory<byte> payload)
    {
        try
        {
            return await functions.InvokeAsync(arn, payload, CancellationToken.None);
        }
        catch (AwsException exception) when (exception.Status is HttpStatusCode.TooManyRequests)
        {
            return null;
        }
    }

    /// <summary>Sends as the function's role. As in AWS, what the queue refuses is lost; the call log shows the refusal.</summary>
    private async Task KeepAsync(FunctionConfiguration function, AsynchronousSettings settings, FailedInvocation failed)
    {
        if (settings.OnFailure is { } queue)
        {
            var caller = roles.Assume(function.Role, Principal.Service("lambda.amazonaws.com", function.Arn), function.Name);
            await aws.SendAsync("sqs", TargetCall.Message(cloud, caller, queue, failed.ToJson(), null), CancellationToken.None);
        }
    }
}
