using System.Globalization;
using System.Xml;
using Engagement.CompanyEvents.DryRuns;
using Engagement.Customers;
using Engagement.Definitions.Announcements;
using Engagement.Times;

namespace Engagement.Cli.Announcements;

/// <summary>Says who would get an announcement.</summary>
internal static class DryRunReport
{
    public static async Task WriteAsync(Announcement announcement, IReadOnlyList<CampaignTally> campaigns, TextWriter output)
    {
        await output.WriteLineAsync(
            $"{announcement.Name}, judged as if it were sent now. Numbers are endpoints; each gets a message once.");
        if (announcement.IsHeld)
        {
            await output.WriteLineAsync("It is held: nothing goes out until 'hold' is removed and deployed.");
        }

        foreach (var campaign in campaigns)
        {
            await WriteAsync(campaign, output);
        }
    }

    private static async Task WriteAsync(CampaignTally campaign, TextWriter output)
    {
        var definition = campaign.Definition;
        var later = definition.After is { } after ? $", {XmlConvert.ToString(after)} later" : "";
        await output.WriteLineAsync();
        await output.WriteLineAsync(
            $"{definition.Name}: {definition.Template} to {definition.Segment}, topic {campaign.Audience.Topic.Name}{later}");
        await output.WriteLineAsync(Row("gets it", campaign.Chosen, campaign.ChosenSample));
        foreach (var (until, count, sample) in campaign.Held)
        {
            await output.WriteLineAsync(Row($"held until {IsoInstant.Format(until)}, when their hours begin", count, sample));
        }

        foreach (var (reason, count, sample) in campaign.LeftOut)
        {
            await output.WriteLineAsync(Row(DryRunReason.Meaning(reason), count, sample));
        }
    }

    private static string Row(string what, long count, CustomerSample sample) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {count,10:N0}  {what}{(sample.Ids.Count > 0 ? $", such as {string.Join(", ", sample.Ids)}" : "")}");
}
