using Engagement.CompanyEvents.Writing;

namespace Engagement.Pinpoint.Customers;

/// <summary>What goes to Pinpoint in one call.</summary>
public static class UpdateBatch
{
    /// <summary>Most endpoints of one call ("Amazon Pinpoint quotas", endpoints).</summary>
    public const int MostEndpoints = 100;

    /// <summary>Most bytes of one call: 7 MB, read as the smaller of its two meanings (same source).</summary>
    public const int MostBytes = 7_000_000;

    /// <summary>Divides updates, in their order, into as few batches as fit.</summary>
    public static IEnumerable<IReadOnlyList<EndpointUpdate>> Divide(IEnumerable<EndpointUpdate> updates)
    {
        var batch = new List<EndpointUpdate>();
        var bytes = 0;
        foreach (var update in updates)
        {
            if (batch.Count == MostEndpoints || (batch.Count > 0 && bytes + update.Size > MostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(update);
            bytes += update.Size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
