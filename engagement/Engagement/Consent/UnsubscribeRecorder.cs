using Engagement.Definitions.Topics;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Consent;

/// <summary>
/// Carries out the requests of readers who choose what they get. Requests that come twice, late or in another order make no difference: of
/// two choices the later request's holds.
/// </summary>
public sealed class UnsubscribeRecorder(
    LinkReader links, TopicCatalog topics, IConsents consents, LogWriter log, MetricsWriter metrics)
{
    /// <param name="message">A message of the queue, see <see cref="UnsubscribeRequest"/>.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>Whether the message is done with; otherwise it goes back to the queue.</returns>
    public async Task<bool> RecordAsync(QueueMessage message, CancellationToken cancellation)
    {
        if (UnsubscribeRequest.Parse(message.Body) is not { } request)
        {
            return Return(message, ReturnReason.Unreadable, "it has another form than the API gives it");
        }

        var read = await links.ReadAsync(request.Token, cancellation);
        return read.Link is { } link ? await StoreAsync(message, request, link, cancellation)
            : read.HasKeys ? Refuse(request, "link")
            : Return(message, ReturnReason.SecretUnavailable, "the keys of links cannot be read");
    }

    private async Task<bool> StoreAsync(
        QueueMessage message, UnsubscribeRequest request, UnsubscribeLink link, CancellationToken cancellation)
    {
        var choices = UnsubscribeForm.Read(request.Body, link, topics, request.Stamp);
        if (choices.Count == 0)
        {
            return Refuse(request, "form");
        }

        try
        {
            await consents.ChooseAsync(link.Address, choices, cancellation);
        }
        catch (ServiceException exception)
        {
            return Return(message, "storeFailed", exception.Message);
        }

        metrics.Count(MetricName.ConsentsChosen, choices.Count, Reason(choices));
        return true;
    }

    private static string Reason(IReadOnlyList<ConsentChoice> choices) =>
        choices[0].Topic is null ? UnsubscribeForm.None
        : choices.Count == 1 && !choices[0].Wants ? UnsubscribeForm.Stop
        : UnsubscribeForm.Save;

    // Anyone can send anything to the API, so that nothing else is to be done about it.
    private bool Refuse(UnsubscribeRequest request, string reason)
    {
        log.Refused(request.Stamp.Id, reason);
        metrics.Count(MetricName.ConsentsRefused, reason: reason);
        return true;
    }

    private bool Return(QueueMessage message, string reason, string problem)
    {
        log.Returned(message.Id, problem);
        metrics.Count(MetricName.ConsentsReturned, reason: reason);
        return false;
    }
}
