using Engagement.Local.Aws;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>Holds each operation to its rate, over the whole account, as Pinpoint does.</summary>
internal sealed class Throttle
{
    private readonly Dictionary<string, TokenBucket> buckets = new(StringComparer.Ordinal);

    public Throttle(TimeProvider clock, PinpointRates rates, TimeProvider? callers = null)
    {
        Add("PutEvents", rates.PutEvents);
        Add("UpdateEndpoint", rates.UpdateEndpoint);
        Add("UpdateEndpointsBatch", rates.UpdateEndpointsBatch);
        string[] definitions = ["CreateCampaign", "CreateSegment", "DeleteCampaign", "DeleteSegment", "UpdateCampaign", "UpdateSegment"];
        foreach (var operation in definitions)
        {
            Add(operation, rates.Definitions);
        }

        void Add(string operation, int? perSecond)
        {
            if (perSecond is { } rate)
            {
                buckets[operation] = new TokenBucket(clock, rate, rate, callers);
            }
        }
    }

    /// <summary>Counts one request.</summary>
    /// <exception cref="AwsException"><c>TooManyRequestsException</c>: the operation's rate is used up.</exception>
    public void Take(string operation)
    {
        if (buckets.TryGetValue(operation, out var bucket) && !bucket.TryTake())
        {
            throw PinpointError.TooManyRequests(operation);
        }
    }
}
