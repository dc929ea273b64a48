using System.Net;
using Engagement.Local.Aws;
using Engagement.Local.Clock;

namespace Engagement.Local.Lambda.Protocol;

/// <summary>
/// Invocations whose caller does not wait. As in AWS, a function that fails is tried again after one minute and after
/// two more; a throttled one after 1 s, 2 s, 4 s, … up to every five minutes, for six hours. Waits are the clock's.
/// </summary>
/// <param name="functions">The deployed functions.</param>
/// <param name="clock">The cloud's clock.</param>
internal sealed class AsynchronousInvocations(Functions functions, VirtualClock clock)
{
    private static readonly TimeSpan[] RetryDelays = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];
    private static readonly TimeSpan LongestThrottleDelay = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestAge = TimeSpan.FromHours(6);

    /// <summary>Takes an event; the invocation is under way, to the clock, when this returns.</summary>
    /// <exception cref="AwsException">There is no such function, or the payload is too large.</exception>
    public void Add(string arn, ReadOnlyMemory<byte> payload)
    {
        var function = functions.Find(arn) ?? throw LambdaError.NotFound(arn);
        if (payload.Length > LambdaLimits.EventBytes)
        {
            throw LambdaError.TooLarge(payload.Length, "Event", LambdaLimits.EventBytes);
        }

        var work = clock.BeginWork($"asynchronous invocation of {function.Name}");
        _ = Task.Run(() => RunAsync(work, arn, payload));
    }

    private async Task RunAsync(Work work, string arn, ReadOnlyMemory<byte> payload)
    {
        using (work)
        {
            var accepted = clock.GetUtcNow();
            var throttled = TimeSpan.FromSeconds(1);
            for (var failures = 0; failures <= RetryDelays.Length;)
            {
                var succeeded = await TryAsync(arn, payload);
                if (succeeded is true || clock.GetUtcNow() - accepted > LongestAge)
                {
                    return;
                }

                if (succeeded is null)
                {
                    await work.DelayAsync(throttled, CancellationToken.None);
                    throttled = throttled * 2 < LongestThrottleDelay ? throttled * 2 : LongestThrottleDelay;
                }
                else if (failures++ < RetryDelays.Length)
                {
                    await work.DelayAsync(RetryDelays[failures - 1], CancellationToken.None);
                }
            }
        }
    }

    /// <summary>Whether the function succeeded; null where it was throttled.</summary>
    private async Task<bool?> TryAsync(string arn, ReadOnlyMemory<byte> payload)
    {
        try
        {
            return (await functions.InvokeAsync(arn, payload, CancellationToken.None)).FunctionError is null;
        }
        catch (AwsException exception) when (exception.Status is HttpStatusCode.TooManyRequests)
        {
            return null;
        }
    }
}
