using Engagement.Customers;
using Engagement.Definitions.Journeys;

namespace Engagement.Journeys;

/// <summary>What is fixed of journeys and not for definitions to set.</summary>
public static class JourneyTimes
{
    /// <summary>
    /// How late an event may start a journey and a message may come, one day: an answer to what the customer has forgotten is none.
    /// </summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromDays(1);

    /// <summary>
    /// How long a claim waits for its result, 5 minutes. It is longer than a function runs, so that only a claim whose process has ended is
    /// ever found without one.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Over how long messages that waited for their hours are spread from the first of these on: half an hour.</summary>
    public static readonly TimeSpan Spread = TimeSpan.FromMinutes(30);

    /// <summary>How late running functions notice what a deployment changed: a minute.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(1);

    /// <summary>How much later than the first a customer's message comes that waited for its hours, in whole seconds.</summary>
    /// <param name="endpointId">The customer's endpoint.</param>
    /// <param name="spread">Over how long all such messages are spread.</param>
    public static TimeSpan SpreadOf(string endpointId, TimeSpan spread) => spread < TimeSpan.FromSeconds(1)
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(JourneyChance.Number(CustomerId.EndpointKey(endpointId), (int)spread.TotalSeconds));

    /// <summary>
    /// By when after its entry each customer has left a version: its longest way, a day late, and for each message on it a day until its
    /// hours come, and a day in which it is tried again.
    /// </summary>
    public static TimeSpan LongestStay(Journey journey)
    {
        var putOff = journey.Between is null ? TimeSpan.Zero : TimeSpan.FromDays(1);
        return journey.LongestWait + Lateness + Notice + (journey.AllSteps.OfType<JourneyStep.Send>().Count() * (Lateness + putOff));
    }
}
