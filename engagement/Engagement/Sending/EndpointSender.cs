using Engagement.Customers;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Sending;

/// <summary>
/// Sends one message: waits for its turn, claims it, sends it, settles the claim. Once a message is claimed nothing but the process's end
/// keeps it from being settled.
/// </summary>
/// <param name="deliveries">What became of messages.</param>
/// <param name="channels">How messages of each channel go out. Endpoints of other channels are left out.</param>
/// <param name="time">Tells the time.</param>
/// <param name="log">Takes log lines.</param>
/// <param name="metrics">Takes metrics.</param>
public sealed class EndpointSender(
    IDeliveries deliveries,
    IReadOnlyDictionary<Channel, SendingChannel> channels,
    TimeProvider time,
    LogWriter log,
    MetricsWriter metrics)
{
    // In one try of a page; the pace slows down between them.
    private const int Tries = 5;

    /// <summary>How long until a claim of another sender counts as abandoned.</summary>
    public TimeSpan UntilAbandoned(DateTimeOffset? claimedUntil) =>
        claimedUntil - time.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <param name="mailing">Whose message it is.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="known">What is known of it; null when nothing is.</param>
    /// <param name="counts">How many messages of marketing were sent; null where there is no limit for this one.</param>
    /// <param name="isLastTry">Whether a message that the service refuses as too much is given up.</param>
    /// <param name="cancellation">Ends the wait for a turn.</param>
    internal async Task<EndpointOutcome> SendAsync(
        IMailing mailing, CustomerMember to, Delivery? known, IContactCounts? counts, bool isLastTry, CancellationToken cancellation)
    {
        try
        {
            return known is not null ? await TakeAsync(known)
                : to.Endpoint.Channel is { } channel && channels.ContainsKey(channel)
                ? await TryAsync(mailing, to, counts, isLastTry, cancellation)
                : new EndpointOutcome.LeftOut(SendingReason.Channel);
        }
        catch (ServiceException exception)
        {
            log.StoreFailed(mailing, exception.Message);
            return new EndpointOutcome.Postponed(SendingReason.StoreFailed);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new EndpointOutcome.Postponed(SendingReason.OutOfTime);
        }
    }

    // What another try, or another sender, has made of the message.
    private async Task<EndpointOutcome> TakeAsync(Delivery known)
    {
        if (known.State != DeliveryState.Claimed)
        {
            return new EndpointOutcome.Settled(known, IsNew: false);
        }

        return known.IsAbandoned(time.GetUtcNow())
            ? await SettleAsync(known with { State = DeliveryState.Unknown, Reason = Delivery.NoResult })
            : new EndpointOutcome.Postponed(SendingReason.Claimed, Until: known.At + Delivery.Patience);
    }

    private async Task<EndpointOutcome> TryAsync(
        IMailing mailing, CustomerMember to, IContactCounts? counts, bool isLastTry, CancellationToken cancellation)
    {
        var message = mailing.MessageTo(to);
        var (messages, pace) = channels[message.Channel];
        for (var attempt = 1; ; attempt++)
        {
            var (held, now) = await TakeTurnAsync(mailing, to, counts, pace, cancellation);
            if (held is not null)
            {
                return held;
            }

            var claim = Delivery.Claimed(mailing.DeliveryIdOf(to), now);
            if (await deliveries.ClaimAsync(claim, CancellationToken.None) is { } other)
            {
                return await TakeAsync(other);
            }

            if (counts is not null && !await TryCountAsync(counts, to, claim))
            {
                return await SettleAsync(claim with { State = DeliveryState.LeftOut, Reason = SendingReason.Limit });
            }

            var outcome = await messages.SendAsync(message, CancellationToken.None);
            if (counts is not null && outcome is SendOutcome.NotSent or SendOutcome.Stopped)
            {
                await TakeBackAsync(mailing, counts, to, claim);
            }

            if (outcome is not SendOutcome.NotSent || attempt == Tries)
            {
                return await SettleAsync(claim, outcome, isLastTry);
            }

            pace.SlowDown();
            await deliveries.ReleaseAsync(claim, CancellationToken.None);
        }
    }

    // A message that may or may not count is claimed again.
    private async Task<bool> TryCountAsync(IContactCounts counts, CustomerMember to, Delivery claim)
    {
        try
        {
            return await counts.TryCountAsync(to.Endpoint.Id, claim.At, CancellationToken.None);
        }
        catch (ServiceException)
        {
            await deliveries.ReleaseAsync(claim, CancellationToken.None);
            throw;
        }
    }

    // Before the claim is given back: another sender who claims then must not find the customer at the limit by this very message.
    private async Task TakeBackAsync(IMailing mailing, IContactCounts counts, CustomerMember to, Delivery claim)
    {
        try
        {
            await counts.TakeBackAsync(to.Endpoint.Id, claim.At, CancellationToken.None);
        }
        catch (ServiceException exception)
        {
            // The message matters more than the count, which is one too high then.
            log.StoreFailed(mailing, exception.Message);
        }
    }

    // Who is held, or has reached the limit, takes no turn. A turn may be minutes away, and the hours over then.
    private async Task<(EndpointOutcome.Held? Held, DateTimeOffset Now)> TakeTurnAsync(
        IMailing mailing, CustomerMember to, IContactCounts? counts, SendingPace pace, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (mailing.HeldUntil(to, now) is null && counts?.SeemsReached(to.Endpoint.Id, now) != true)
        {
            await pace.WaitAsync(cancellation);
            now = time.GetUtcNow();
        }

        cancellation.ThrowIfCancellationRequested();
        return (mailing.HeldUntil(to, now) is { } until ? new(until) : null, now);
    }

    private async Task<EndpointOutcome> SettleAsync(Delivery claim, SendOutcome outcome, bool isLastTry)
    {
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                metrics.Count(MetricName.MessagesSent);
                return await SettleAsync(claim with { State = DeliveryState.Sent, MessageId = sent.MessageId });
            case SendOutcome.Unknown unknown:
                return await SettleAsync(claim with { State = DeliveryState.Unknown, Reason = unknown.Reason });
            case SendOutcome.Refused refused:
                return await SettleAsync(claim with { State = DeliveryState.LeftOut, Reason = refused.Reason });
            case SendOutcome.NotSent notSent when isLastTry:
                metrics.Count(MetricName.MessagesGivenUp);
                return await SettleAsync(claim with { State = DeliveryState.LeftOut, Reason = notSent.Reason });
            case SendOutcome.NotSent:
                await deliveries.ReleaseAsync(claim, CancellationToken.None);
                return new EndpointOutcome.Postponed(SendingReason.Throttled);
            case SendOutcome.Stopped stopped:
                await deliveries.ReleaseAsync(claim, CancellationToken.None);
                return new EndpointOutcome.Postponed(stopped.Reason, Stops: true);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No message has such an outcome.");
        }
    }

    private async Task<EndpointOutcome> SettleAsync(Delivery result)
    {
        if (result.State == DeliveryState.Unknown)
        {
            metrics.Count(MetricName.MessagesUnknown, reason: result.Reason);
        }

        await deliveries.SettleAsync(result, CancellationToken.None);
        return new EndpointOutcome.Settled(result, IsNew: true);
    }
}
