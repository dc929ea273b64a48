using Engagement.Cli.Scanning;
using Engagement.CompanyEvents.Runs;
using Engagement.Customers;
using Engagement.Definitions.Announcements;

namespace Engagement.Cli.Announcements;

/// <summary>
/// How many endpoints would get a campaign's message, at once or later, and how many not for which reason; of each a few customers.
/// </summary>
/// <param name="definition">The campaign.</param>
/// <param name="audience">Who gets its message.</param>
internal sealed class CampaignTally(CampaignDefinition definition, RunAudience audience)
{
    private const int SampleSize = 3;

    private readonly Dictionary<string, (long Count, Sample Sample)> reasons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateTimeOffset, (long Count, Sample Sample)> held = [];

    public CampaignDefinition Definition => definition;

    public RunAudience Audience => audience;

    /// <summary>Endpoints that would get the message at once.</summary>
    public long Chosen { get; private set; }

    /// <summary>A few customers who would.</summary>
    public Sample ChosenSample { get; } = new(SampleSize);

    /// <summary>Those whose hours begin later, by when that is, the earliest first.</summary>
    public IEnumerable<(DateTimeOffset Until, long Count, Sample Sample)> Held =>
        held.Select(each => (each.Key, each.Value.Count, each.Value.Sample));

    /// <summary>Those who would not, by the reason, the most frequent first.</summary>
    public IEnumerable<(string Reason, long Count, Sample Sample)> LeftOut => reasons
        .OrderByDescending(reason => reason.Value.Count)
        .ThenBy(reason => reason.Key, StringComparer.Ordinal)
        .Select(reason => (reason.Key, reason.Value.Count, reason.Value.Sample));

    /// <summary>Counts an endpoint.</summary>
    /// <param name="member">The endpoint with its customer.</param>
    /// <param name="reason">Why it would get no message; null when it would.</param>
    /// <param name="until">When it would get the message; null for at once.</param>
    public void Add(CustomerMember member, string? reason, DateTimeOffset? until)
    {
        if (reason is not null)
        {
            Add(reasons, reason, member);
        }
        else if (until is { } later)
        {
            Add(held, later, member);
        }
        else
        {
            Chosen++;
            ChosenSample.Add(member.Profile.Id);
        }
    }

    private static void Add<TKey>(IDictionary<TKey, (long Count, Sample Sample)> counts, TKey key, CustomerMember member)
    {
        var (count, sample) = counts.TryGetValue(key, out var there) ? there : (0, new(SampleSize));
        counts[key] = (count + 1, sample);
        sample.Add(member.Profile.Id);
    }
}
