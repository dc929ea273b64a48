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
            .Select(each => (each.Key, Latest: each.MaxBy(one => new UpdateStamp(one.Delivery.At, one.Delivery.Id))))
            .ToDictionary(each => each.Key, each => UpdateOf(mailing, each.Latest.To, each.Latest.Delivery));
        if (updates.Count == 0)
        {
            return;
        }

        // Together and anew: what the page read is minutes old, and the customer may have been erased since.
        var found = await customers.FindAsync([.. updates.Keys], CancellationToken.None);
        var read = found.ToDictionary(customer => customer.Id, StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = PageSender.AtOnce };
        await Parallel.ForEachAsync(
            updates, options, async (update, _) => await WriteAsync(mailing, update.Value, read.GetValueOrDefault(update.Key)));
    }

    private static CustomerUpdate UpdateOf(IMailing mailing, CustomerMember to, Delivery sent) => new()
    {
        Stamp = new(sent.At, sent.Id),
        EndpointId = to.Endpoint.Id,
        UserAttributes = mailing.UserAttributes,
    };

    private async Task WriteAsync(IMailing mailing, CustomerUpdate update, CustomerProfile? read)
    {
        try
        {
            await (read is null
                ? customers.ApplyAsync([update], CancellationToken.None)
                : customers.ApplyAsync(read, update, CancellationToken.None));
        }
        catch (ServiceException exception) when (exception.Failure == ServiceFailure.Refused)
        {
            log.AttributesLost(mailing, exception.Message);
            metrics.Count(MetricName.UserAttributesLost);
        }
    }
}
