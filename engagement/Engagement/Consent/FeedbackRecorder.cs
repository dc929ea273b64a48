using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Consent;

/// <summary>
/// Takes the sending service's feedback: an address that bounced for good, or whose owner complained, gets no more messages. An answer that
/// stops text messages is the customer's choice. Feedback that
/// comes twice, late or in another order makes no difference.
/// </summary>
public sealed class FeedbackRecorder(IFeedbackReader reader, IConsents consents, LogWriter log, MetricsWriter metrics)
{
    /// <param name="message">A message of the queue, as the service published it.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>Whether the message is done with; otherwise it goes back to the queue.</returns>
    public async Task<bool> RecordAsync(QueueMessage message, CancellationToken cancellation)
    {
        if (reader.Read(message) is not { } feedback)
        {
            log.Unreadable(message.Id);
            metrics.Count(MetricName.FeedbackReturned, reason: ReturnReason.Unreadable);
            return false;
        }

        try
        {
            foreach (var address in feedback.Addresses)
            {
                await StoreAsync(AddressKey.From(address), feedback, cancellation);
            }
        }
        catch (ServiceException exception)
        {
            log.NotStored(message.Id, exception.Message);
            metrics.Count(MetricName.FeedbackReturned, reason: "storeFailed");
            return false;
        }

        Count(feedback.Kind);
        return true;
    }

    private async Task StoreAsync(string key, MessageFeedback feedback, CancellationToken cancellation)
    {
        if (feedback.Suppression is { } suppression)
        {
            await consents.SuppressAsync(key, suppression, cancellation);
        }

        if (feedback.Choice is { } choice)
        {
            await consents.ChooseAsync(key, [choice], cancellation);
        }
    }

    private void Count(string kind)
    {
        metrics.Count(MetricName.FeedbackReceived, reason: kind);
        if (kind is FeedbackKind.Bounce or FeedbackKind.Complaint)
        {
            metrics.Count(kind == FeedbackKind.Bounce ? MetricName.MessagesBounced : MetricName.MessagesComplained);
        }
    }
}
