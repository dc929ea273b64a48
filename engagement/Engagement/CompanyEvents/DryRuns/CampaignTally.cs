using Engagement.CompanyEvents.Runs;
using Engagement.Customers;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents.DryRuns;

/// <summary>How many endpoints would get a campaign's message, and how many not for which reason; of each a few customers.</summary>
/// <param name="definition">The campaign.</param>
/// <param name="audience">Who gets its message.</param>
/// <param name="sampleSize">How many customers are kept of each outcome.</param>
public sealed class CampaignTally(CampaignDefinition definition, RunAudience audience, int sampleSize)
{
    private readonly Dictionary<string, (long Count, CustomerSample Sample)> reasons = new(StringComparer.Ordinal);

    /// <summary>The campaign.</summary>
    public CampaignDefinition Definition => definition;

    /// <summary>Who gets its message.</summary>
    public RunAudience Audience => audience;

    /// <summary>Endpoints that would get the message.</summary>
    public long Chosen { get; private set; }

    /// <summary>A few customers who would.</summary>
    public CustomerSample ChosenSample { get; } = new(sampleSize);

    /// <summary>Those who would not, by the reason, the most frequent first.</summary>
    public IEnumerable<(string Reason, long Count, CustomerSample Sample)> LeftOut => reasons
        .OrderByDescending(reason => reason.Value.Count)
        .ThenBy(reason => reason.Key, StringComparer.Ordinal)
        .Select(reason => (reason.Key, reason.Value.Count, reason.Value.Sample));

    /// <summary>Counts an endpoint.</summary>
    /// <param name="member">The endpoint with its customer.</param>
    /// <param name="reason">Why it would get no message; null when it would.</param>
    public void Add(CustomerMember member, string? reason)
    {
        if (reason is null)
        {
            Chosen++;
            ChosenSample.Add(member.Profile.Id);
            return;
        }

        var (count, sample) = reasons.GetValueOrDefault(reason, (0, new(sampleSize)));
        reasons[reason] = (count + 1, sample);
        sample.Add(member.Profile.Id);
    }
}
