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
    /// <exception cref="AwsException">There is no such function, or the payload is too large or no JSON.</exception>
    public void Add(string arn, ReadOnlyMemory<byte> payload)
    {
        var function = functions.Find(arn) ?? throw LambdaError.NotFound(arn);
        _ = RunAsync(function, EventPayload.Read(payload, "Event", LambdaLimits.EventBytes));
    }

    private async Task RunAsync(FunctionConfiguration function, ReadOnlyMemory<byte> payload)
    {
        using var work = clock.BeginWork($"asynchronous invocation of {function.Name}");
        await Task.Yield();
        var accepted = clock.GetUtcNow();
        var throttleDelay = TimeSpan.FromSeconds(1);
        for (var failures = 0; failures <= RetryDelays.Length && clock.GetUtcNow() - accepted <= LongestAge;)
        {
            switch (await TryAsync(function.Arn, payload))
            {
                case true:
                    return;
                case null:
                    await work.DelayAsync(throttleDelay, CancellationToken.None);
                    throttleDelay = throttleDelay * 2 < LongestThrottleDelay ? throttleDelay * 2 : LongestThrottleDelay;
                    break;
                case false when failures++ < RetryDelays.Length:
                    await work.DelayAsync(RetryDelays[failures - 1], CancellationToken.None);
                    break;
                case false:
                    return;
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
