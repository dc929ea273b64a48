using Engagement.CompanyEvents.Runs;
using Engagement.Customers;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents.DryRuns;

/// <summary>
/// How many endpoints would get a campaign's message, at once or later, and how many not for which reason; of each a few customers.
/// </summary>
/// <param name="definition">The campaign.</param>
/// <param name="audience">Who gets its message.</param>
/// <param name="sampleSize">How many customers are kept of each outcome.</param>
public sealed class CampaignTally(CampaignDefinition definition, RunAudience audience, int sampleSize)
{
    private readonly Dictionary<string, (long Count, CustomerSample Sample)> reasons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateTimeOffset, (long Count, CustomerSample Sample)> held = [];

    /// <summary>The campaign.</summary>
    public CampaignDefinition Definition => definition;

    /// <summary>Who gets its message.</summary>
    public RunAudience Audience => audience;

    /// <summary>Endpoints that would get the message at once.</summary>
    public long Chosen { get; private set; }

    /// <summary>A few customers who would.</summary>
    public CustomerSample ChosenSample { get; } = new(sampleSize);

    /// <summary>Those whose hours begin later, by when that is, the earliest first.</summary>
    public IEnumerable<(DateTimeOffset Until, long Count, CustomerSample Sample)> Held =>
        held.Select(each => (each.Key, each.Value.Count, each.Value.Sample));

    /// <summary>Those who would not, by the reason, the most frequent first.</summary>
    public IEnumerable<(string Reason, long Count, CustomerSample Sample)> LeftOut => reasons
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

    private void Add<TKey>(IDictionary<TKey, (long Count, CustomerSample Sample)> counts, TKey key, CustomerMember member)
    {
        var (count, sample) = counts.TryGetValue(key, out var there) ? there : (0, new(sampleSize));
        counts[key] = (count + 1, sample);
        sample.Add(member.Profile.Id);
    }
}
