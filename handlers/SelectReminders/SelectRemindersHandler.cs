using System.Text.Json;
using Amazon.Lambda.Core;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;
using SelectReminders.Selecting;

namespace SelectReminders;

/// <summary>Chooses who of a journey's participants gets a reminder.</summary>
internal sealed class SelectRemindersHandler(Selector selector, TimeProvider time, MetricsWriter metrics)
{
    /// <summary>How long Pinpoint waits for a journey's function ("Customizing messages with AWS Lambda" in the Pinpoint developer guide).</summary>
    private static readonly TimeSpan JourneyPatience = TimeSpan.FromSeconds(15);

    /// <exception cref="ServiceException">The ledger could not be asked: Pinpoint calls again.</exception>
    public async Task<Dictionary<string, Selection>> HandleAsync(JsonElement payload, ILambdaContext context)
    {
        using var cancellation = new Deadline(time, context.RemainingTime, JourneyPatience).NewCancellation();
        try
        {
            return await selector.SelectAsync(JourneyCall.Of(payload), cancellation.Token);
        }
        finally
        {
            metrics.Flush();
        }
    }
}
