using Engagement.Functions;
using Engagement.Sending;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Journeys;

/// <summary>
/// Moves customers on who are due, and sends their messages: claims one in the customer's state, sends it, settles it. The claim is written
/// before the call, and one without a result is never sent again.
/// </summary>
public sealed class JourneyMover(
    ICustomerJourneys journeys,
    JourneyMembers members,
    CustomerJourneyRules rules,
    IReadOnlyDictionary<Channel, SendingChannel> channels,
    JourneyReport report,
    TimeProvider time,
    LogWriter log,
    MetricsWriter metrics)
{
    private readonly JourneyWriter writer = new(journeys, report);

    /// <summary>Moves a customer on until nothing is due, or no time is left. What is left the next sweep finds.</summary>
    /// <param name="endpointId">The endpoint, in any case.</param>
    /// <param name="books">The journeys.</param>
    /// <param name="deadline">By when to begin no more.</param>
    /// <returns>Whether messages may go on: false when the service takes none at all.</returns>
    /// <exception cref="ServiceException">
    /// The customer is not moved on to the end. A message that was claimed is not sent again.
    /// </exception>
    public async Task<bool> MoveAsync(string endpointId, IJourneyBooks books, Deadline deadline)
    {
        var outcome = default(SendOutcome);
        while (outcome is not SendOutcome.Stopped
            && !deadline.Cancellation.IsCancellationRequested
            && await DueAsync(endpointId) is { } customer)
        {
            outcome = await StepAsync(customer, await BookAsync(customer, books), deadline);
        }

        return outcome is not SendOutcome.Stopped;
    }

    private async Task<CustomerJourneys?> DueAsync(string endpointId) =>
        await journeys.FindAsync(endpointId, CancellationToken.None) is { } customer && customer.Due <= time.GetUtcNow() ? customer : null;

    // A journey or version that was deployed in the last minute is not in every copy, and must not look like one that is gone.
    private async Task<JourneyBook> BookAsync(CustomerJourneys customer, IJourneyBooks books)
    {
        var book = await books.ReadAsync(CancellationToken.None);
        foreach (var entry in customer.Enrollments.Values.Where(entry => entry.Due <= time.GetUtcNow()))
        {
            if (book.Find(entry.Journey, entry.Version) is null)
            {
                book = await books.ReadAsync(entry.Journey, entry.Version, CancellationToken.None);
            }
        }

        return book;
    }

    private async Task<SendOutcome?> StepAsync(CustomerJourneys customer, JourneyBook book, Deadline deadline)
    {
        var known = await members.FindAsync(customer.EndpointId, CancellationToken.None);
        var decision = rules.Advance(customer, known, book, time.GetUtcNow());
        if (decision.Message is not null && ChannelTo(known!) is { Pace: var pace })
        {
            // The turn comes before the claim, and what holds then decides.
            if (!await TryWaitAsync(pace, deadline))
            {
                return null;
            }

            decision = rules.Advance(customer, known, book, time.GetUtcNow());
        }

        if (!await journeys.TryWriteAsync(decision.Customer, CancellationToken.None))
        {
            return null;
        }

        await report.TellAsync(customer.EndpointId, decision.Notes);
        return decision.Message is { } message ? await SendAsync(known!, message) : null;
    }

    // None where the stack has stopped to send by the endpoint's channel.
    private SendingChannel? ChannelTo(JourneyMember to) =>
        to.Member.Endpoint.Channel is { } channel ? channels.GetValueOrDefault(channel) : null;

    private static async Task<bool> TryWaitAsync(SendingPace pace, Deadline deadline)
    {
        try
        {
            await pace.WaitAsync(deadline.Cancellation);
            return true;
        }
        catch (OperationCanceledException) when (deadline.Cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<SendOutcome> SendAsync(JourneyMember to, JourneyMessage message)
    {
        var outgoing = new OutgoingMessage
        {
            Template = message.Claim.Template,
            Topic = message.Topic,
            To = to.Member,
            Tags = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["journey"] = message.Journey,
                ["entry"] = message.Entry,
            },
        };
        var channel = ChannelTo(to);
        var outcome = channel is null
            ? new SendOutcome.Refused(SendingReason.Channel)
            : await channel.Messages.SendAsync(outgoing, CancellationToken.None);
        await SettleAsync(to.Member.Endpoint.Id, message, outcome);
        if (outcome is SendOutcome.NotSent)
        {
            channel!.Pace.SlowDown();
        }
        else if (outcome is SendOutcome.Stopped stopped)
        {
            log.SendingStopped(stopped.Reason);
            metrics.Count(MetricName.SendingStopped, reason: stopped.Reason);
        }

        return outcome;
    }

    // Again and again while other writers are faster.
    private async Task SettleAsync(string endpointId, JourneyMessage message, SendOutcome outcome) => await writer.TryDecideAsync(
        endpointId,
        customer => Task.FromResult(rules.Settle(customer, message, outcome, time.GetUtcNow())),
        int.MaxValue,
        CancellationToken.None);
}
