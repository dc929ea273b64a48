using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions.Topics;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Sending;

/// <summary>
/// Sends a message to the endpoints of a page, several at once. What an earlier try has settled is taken as it is, so that a page
/// may be tried again as often as it takes. Who has unsubscribed, and which address takes no messages, is read just before.
/// </summary>
/// <param name="deliveries">What became of messages.</param>
/// <param name="consents">What customers want.</param>
/// <param name="sender">Sends each message.</param>
/// <param name="attributes">Writes what a message sets.</param>
/// <param name="time">Tells the time.</param>
/// <param name="log">Takes log lines.</param>
/// <param name="metrics">Takes metrics.</param>
/// <param name="limit">How many messages of marketing a customer gets; null: there is no limit, and nothing is read or counted.</param>
public sealed class PageSender(
    IDeliveries deliveries,
    IConsents consents,
    EndpointSender sender,
    ReceiverAttributes attributes,
    TimeProvider time,
    LogWriter log,
    MetricsWriter metrics,
    IContactLimit? limit = null)
{
    /// <summary>How often a page is tried that the service refuses as too much, 20: with pauses of up to 15 minutes, four hours.</summary>
    public const int Tries = 20;

    /// <summary>
    /// How many endpoints or customers are worked on at once, 16. A call takes about a tenth of a second, so that the pace and not this is
    /// the limit up to some hundred messages a second.
    /// </summary>
    internal const int AtOnce = 16;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);

    /// <param name="mailing">Whose message it is.</param>
    /// <param name="chosen">Who gets it, at most <see cref="IDeliveries.Most"/>.</param>
    /// <param name="tried">How often the page was tried in vain before.</param>
    /// <param name="deadline">By when to begin nothing more.</param>
    public async Task<PageOutcome> SendAsync(IMailing mailing, IReadOnlyList<CustomerMember> chosen, int tried, Deadline deadline)
    {
        EndpointOutcome[] outcomes;
        try
        {
            var known = await FindAsync(mailing, chosen);
            var objections = await ObjectionsAsync(mailing, chosen);
            var counts = await CountsAsync(mailing, chosen.Where((member, index) =>
                objections[index] is null && !known.ContainsKey(mailing.DeliveryIdOf(member))));
            outcomes = await SendAllAsync(mailing, chosen, known, objections, counts, tried + 1 >= Tries, deadline.Cancellation);
        }
        catch (ServiceException exception)
        {
            log.StoreFailed(mailing, exception.Message);
            return StoreFailed([], tried);
        }

        return Outcome(mailing, outcomes, await TrySetAsync(mailing, Sent(mailing, chosen, outcomes)), tried);
    }

    // What a failure leaves unwritten is written when the page is tried again.
    private async Task<bool> TrySetAsync(IMailing mailing, IEnumerable<(CustomerMember To, Delivery Delivery)> sent)
    {
        try
        {
            await attributes.WriteAsync(mailing, sent);
            return true;
        }
        catch (ServiceException exception)
        {
            log.StoreFailed(mailing, exception.Message);
            return false;
        }
    }

    private async Task<IReadOnlyDictionary<string, Delivery>> FindAsync(IMailing mailing, IReadOnlyList<CustomerMember> chosen) =>
        chosen.Count == 0
            ? new Dictionary<string, Delivery>()
            : await deliveries.FindAsync([.. chosen.Select(member => mailing.DeliveryIdOf(member))], CancellationToken.None);

    // By the endpoint's place in the page.
    private async Task<IReadOnlyList<string?>> ObjectionsAsync(IMailing mailing, IReadOnlyList<CustomerMember> chosen)
    {
        var keys = chosen.Select(member => AddressKey.From(member.Endpoint)).ToList();
        var found = keys.Count == 0 ? null : await consents.FindAsync([.. keys.Distinct(StringComparer.Ordinal)], CancellationToken.None);
        return keys.ConvertAll(key => SendingRules.Objection(found!.GetValueOrDefault(key), mailing.Topic));
    }

    // Of those who may get the message at this hour.
    private async Task<IContactCounts?> CountsAsync(IMailing mailing, IEnumerable<CustomerMember> left)
    {
        if (limit is null || mailing.Topic.Kind != TopicKind.Marketing)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var asked = left.Where(member => mailing.HeldUntil(member, now) is null).Select(member => member.Endpoint.Id);
        return await limit.ReadAsync([.. asked], CancellationToken.None);
    }

    private async Task<EndpointOutcome[]> SendAllAsync(
        IMailing mailing,
        IReadOnlyList<CustomerMember> chosen,
        IReadOnlyDictionary<string, Delivery> known,
        IReadOnlyList<string?> objections,
        IContactCounts? counts,
        bool isLastTry,
        CancellationToken cancellation)
    {
        var outcomes = new EndpointOutcome[chosen.Count];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, chosen.Count), options, async (index, _) =>
        {
            var delivery = known.GetValueOrDefault(mailing.DeliveryIdOf(chosen[index]));
            outcomes[index] = delivery is null && objections[index] is { } reason
                ? new EndpointOutcome.LeftOut(reason)
                : await sender.SendAsync(mailing, chosen[index], delivery, counts, isLastTry, stop.Token);
            if (outcomes[index] is EndpointOutcome.Postponed { Stops: true })
            {
                await stop.CancelAsync();
            }
        });
        return outcomes;
    }

    private static IEnumerable<(CustomerMember To, Delivery Delivery)> Sent(
        IMailing mailing, IReadOnlyList<CustomerMember> chosen, EndpointOutcome[] outcomes) =>
        from each in chosen.Zip(outcomes)
        let settled = each.Second as EndpointOutcome.Settled
        where settled?.Delivery.State == DeliveryState.Sent && (settled.IsNew || settled.Delivery.At >= mailing.Began)
        select (each.First, settled.Delivery);

    private static IReadOnlyList<Delivery> New(EndpointOutcome[] outcomes) =>
        [.. outcomes.OfType<EndpointOutcome.Settled>().Where(each => each.IsNew).Select(each => each.Delivery)];

    private PageOutcome Outcome(IMailing mailing, EndpointOutcome[] outcomes, bool isSet, int tried)
    {
        var postponed = outcomes.OfType<EndpointOutcome.Postponed>().ToList();
        foreach (var reason in postponed.CountBy(each => each.Reason, StringComparer.Ordinal))
        {
            metrics.Count(MetricName.MessagesPostponed, reason.Value, reason.Key);
        }

        if (postponed.Find(each => each.Stops) is { } stopped)
        {
            log.SendingStopped(mailing, stopped.Reason);
            metrics.Count(MetricName.SendingStopped, reason: stopped.Reason);
            return new PageOutcome.Postponed(stopped.Reason, SendingRules.Rest, IsInVain: false, New(outcomes));
        }

        return !isSet ? StoreFailed(New(outcomes), tried)
            : postponed.Count == 0 ? Whole(mailing, outcomes)
            : Postpone(postponed, New(outcomes), tried);
    }

    private PageOutcome.Whole Whole(IMailing mailing, EndpointOutcome[] outcomes)
    {
        var results = outcomes.OfType<EndpointOutcome.Settled>().Select(each => each.Delivery).ToList();
        if (results.Count(result => result.Reason == SendingReason.Throttled) is > 0 and var givenUp)
        {
            log.GivenUp(mailing, givenUp);
        }

        return new(
            results,
            [.. outcomes.OfType<EndpointOutcome.LeftOut>().Select(each => each.Reason)],
            [.. outcomes.OfType<EndpointOutcome.Held>().Select(each => each.Until)],
            New(outcomes));
    }

    private PageOutcome.Postponed Postpone(List<EndpointOutcome.Postponed> postponed, IReadOnlyList<Delivery> settled, int tried)
    {
        if (postponed.Find(each => each.Reason is SendingReason.Throttled or SendingReason.StoreFailed) is { } failed)
        {
            return new(failed.Reason, PauseAfter(tried), IsInVain: true, settled);
        }

        return postponed.Exists(each => each.Reason == SendingReason.OutOfTime)
            ? new(SendingReason.OutOfTime, TimeSpan.Zero, IsInVain: false, settled)
            : new(SendingReason.Claimed, sender.UntilAbandoned(postponed.Max(each => each.Until)), IsInVain: false, settled);
    }

    private static PageOutcome.Postponed StoreFailed(IReadOnlyList<Delivery> settled, int tried) =>
        new(SendingReason.StoreFailed, PauseAfter(tried), IsInVain: true, settled);

    private static TimeSpan PauseAfter(int tried) =>
        tried < 6 ? FirstPause * Math.Pow(2, tried) : SendingRules.LongestPause;
}
