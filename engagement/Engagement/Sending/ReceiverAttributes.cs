using Engagement.Customers;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Sending;

/// <summary>What a mailing sets of the customers who got its message, written once for each customer of a page.</summary>
public sealed class ReceiverAttributes(ICustomers customers, LogWriter log, MetricsWriter metrics)
{
    /// <summary>
    /// Writes them. A page that is tried again writes them again: the same update changes nothing. What a customer's record does not take
    /// is lost, and counted.
    /// </summary>
    /// <param name="mailing">Whose message it is.</param>
    /// <param name="sent">Who got it, and what the delivery says.</param>
    /// <exception cref="ServiceException">Not all are written.</exception>
    internal async Task WriteAsync(IMailing mailing, IEnumerable<(CustomerMember To, Delivery Delivery)> sent)
    {
        if (mailing.UserAttributes.Count == 0)
        {
            return;
        }

        // Two updates of one customer at once would only be rivals; the later one wins.
        var updates = sent
            .GroupBy(each => each.To.Profile.Id, StringComparer.Ordinal)
            .Select(each => each.MaxBy(one => new UpdateStamp(one.Delivery.At, one.Delivery.Id)))
            .Select(each => UpdateOf(mailing, each.To, each.Delivery));
        var options = new ParallelOptions { MaxDegreeOfParallelism = PageSender.AtOnce };
        await Parallel.ForEachAsync(updates, options, async (update, _) => await WriteAsync(mailing, update));
    }

    private static CustomerUpdate UpdateOf(IMailing mailing, CustomerMember to, Delivery sent) => new()
    {
        Stamp = new(sent.At, sent.Id),
        EndpointId = to.Endpoint.Id,
        UserAttributes = mailing.UserAttributes,
    };

    private async Task WriteAsync(IMailing mailing, CustomerUpdate update)
    {
        try
        {
            await customers.ApplyAsync([update], CancellationToken.None);
        }
        catch (ServiceException exception) when (exception.Failure == ServiceFailure.Refused)
        {
            log.AttributesLost(mailing, exception.Message);
            metrics.Count(MetricName.UserAttributesLost);
        }
    }
}
