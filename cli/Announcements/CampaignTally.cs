using Engagement.Cli.Scanning;
using Engagement.CompanyEvents.Runs;
using Engagement.Customers;
using Engagement.Definitions.Announcements;

namespace Engagement.Cli.Announcements;

/// <summary>How many endpoints would get a campaign's message, and how many not for which reason; of each a few customers.</summary>
/// <param name="definition">The campaign.</param>
/// <param name="audience">Who gets its message.</param>
internal sealed class CampaignTally(CampaignDefinition definition, RunAudience audience)
{
    private const int SampleSize = 3;

    private readonly Dictionary<string, (long Count, Sample Sample)> reasons = new(StringComparer.Ordinal);

    public CampaignDefinition Definition => definition;

    public RunAudience Audience => audience;

    /// <summary>Endpoints that would get the message.</summary>
    public long Chosen { get; private set; }

    /// <summary>A few customers who would.</summary>
    public Sample ChosenSample { get; } = new(SampleSize);

    /// <summary>Those who would not, by the reason, the most frequent first.</summary>
    public IEnumerable<(string Reason, long Count, Sample Sample)> LeftOut => reasons
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

        var (count, sample) = reasons.GetValueOrDefault(reason, (0, new(SampleSize)));
        reasons[reason] = (count + 1, sample);
        sample.Add(member.Profile.Id);
    }
}
