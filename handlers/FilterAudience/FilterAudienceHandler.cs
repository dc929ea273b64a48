using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;
using FilterAudience.Filtering;

namespace FilterAudience;

/// <summary>Takes a campaign's batch of endpoints and answers those that get the message, as the message is to see them.</summary>
internal sealed class FilterAudienceHandler(AudienceFilter filter, TimeProvider time, MetricsWriter metrics)
{
    /// <summary>How long Pinpoint waits ("Customizing segments with AWS Lambda" in the Pinpoint developer guide).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <exception cref="ServiceException">The campaign's rule could not be looked up just now: Pinpoint calls again, three times in all.</exception>
    public async Task<JsonObject> HandleAsync(JsonElement payload, ILambdaContext context)
    {
        var deadline = new Deadline(time, context.RemainingTime, Patience);
        using var cancellation = deadline.NewCancellation();
        try
        {
            return await filter.FilterAsync(HookCall.Of(payload), deadline, cancellation.Token);
        }
        finally
        {
            metrics.Flush();
        }
    }
}
