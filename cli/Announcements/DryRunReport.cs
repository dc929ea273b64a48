using System.Globalization;
using System.Xml;
using Engagement.Cli.Scanning;
using Engagement.CompanyEvents.Audiences;
using Engagement.Definitions.Announcements;
using Engagement.Sending;
using Engagement.Times;

namespace Engagement.Cli.Announcements;

/// <summary>Says who would get an announcement.</summary>
internal static class DryRunReport
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        [SendingReason.Segment] = "not in the segment",
        [SendingReason.Channel] = "another channel than e-mail",
        [SendingReason.Inactive] = "inactive",
        [SendingReason.OptedOut] = "opted out of everything",
        [SendingReason.NoAddress] = "without an address",
        [SendingReason.Suppressed] = "an address that bounced or complained",
        [SendingReason.Unsubscribed] = "unsubscribed from the topic",
        [SendingReason.Limit] = "as many messages of marketing as the limit allows",
        [SendingReason.NotRendered] = "the template cannot be rendered",
        [LeftOutReason.When] = "'when' does not hold",
    };

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
            await output.WriteLineAsync(Row(Meanings.GetValueOrDefault(reason, reason), count, sample));
        }
    }

    private static string Row(string what, long count, Sample sample) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {count,10:N0}  {what}{(sample.Ids.Count > 0 ? $", such as {string.Join(", ", sample.Ids)}" : "")}");
}
