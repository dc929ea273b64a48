namespace Engagement.Definitions.Journeys;

/// <summary>How many messages a customer gets at most: <c>limits</c> of <c>journeys.yaml</c>.</summary>
/// <param name="Messages">Most messages within any span of <paramref name="Per"/>, 1 to 20.</param>
/// <param name="Per">The span, one hour to 30 days.</param>
public sealed record MessageLimit(int Messages, TimeSpan Per)
{
    /// <summary>Whether one message more would be too many.</summary>
    /// <param name="sends">When messages were claimed.</param>
    /// <param name="now">When it is.</param>
    public bool IsReached(IEnumerable<DateTimeOffset> sends, DateTimeOffset now) => sends.Count(at => at > now - Per) >= Messages;
}
