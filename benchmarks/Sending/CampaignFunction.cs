using System.Text.Json.Nodes;
using Engagement.Aws.Ledger;
using Engagement.CompanyEvents.Audiences;
using Engagement.CompanyEvents.Runs;
using Engagement.Definitions.Announcements;
using Engagement.Functions;
using Engagement.Ses.Campaigns;

namespace Benchmarks.Sending;

/// <summary>
/// <c>SendCampaign</c>, which tells of a price change. It is marketing here, so that each message has a link to unsubscribe.
/// </summary>
internal static class CampaignFunction
{
    private const string Announcement = "price_change";
    private const string Campaign = "subscribers";

    /// <param name="functions">What it has in common with others.</param>
    /// <param name="sets">Whether the campaign sets an attribute of those who got its message.</param>
    /// <returns>Sends a share with all customers.</returns>
    public static Func<Task> Wire(SendingFunctions functions, bool sets)
    {
        var catalog = CatalogOf(functions.Definitions.Announcements.Find(Announcement)!, sets);
        var audiences = new RunAudiences(
            catalog,
            functions.Definitions.Segments,
            functions.Templates,
            functions.Definitions.Topics,
            new AudienceRules(new DynamoDbLedger(functions.DynamoDb, "ledger", functions.Host.Calls), catalog),
            functions.Definitions.TrackingPlan.Zone);
        var host = functions.Host;
        var shares = new ShareSender(
            new DynamoDbCampaignRuns(functions.DynamoDb, "runs", host.Calls),
            new NoQueue(),
            audiences,
            new ShareReader(functions.Customers),
            functions.Pages,
            host.Log,
            host.Metrics);
        var message = new QueueMessage("m", new ShareMessage { Run = $"{Announcement}.{Campaign}", Share = 0 }.ToJson());
        return async () =>
        {
            using var deadline = new Deadline(host.Time, TimeSpan.FromMinutes(15));
            await shares.SendAsync(message, deadline);
            host.Metrics.Flush();
        };
    }

    /// <summary>The run as its table has it: all shares are at their beginning.</summary>
    public static JsonObject Run(string id) => new()
    {
        ["id"] = new JsonObject { ["S"] = id },
        ["state"] = new JsonObject { ["S"] = "SENDING" },
        ["due"] = new JsonObject { ["S"] = "2026-06-01T09:00:00.000Z" },
        ["shares"] = new JsonObject
        {
            ["L"] = new JsonArray([.. Enumerable.Range(0, CampaignRun.ShareCount).Select(_ => JsonNode.Parse(
                """
                {"M":{"page":{"N":"0"},"done":{"BOOL":false},"sent":{"N":"0"},"unknown":{"N":"0"},"leftOut":{"M":{}}}}
                """))]),
        },
    };

    private static AnnouncementCatalog CatalogOf(Announcement announcement, bool sets)
    {
        var campaign = announcement.Find(Campaign)!;
        campaign = campaign with { Set = sets ? campaign.Set : [], Between = null };
        return new() { Announcements = [announcement with { Topic = "news", Campaigns = [campaign] }] };
    }

    private sealed class NoQueue : IShareQueue
    {
        public Task SendAsync(IReadOnlyList<ShareMessage> messages, TimeSpan delay, CancellationToken cancellation) =>
            throw new InvalidOperationException("The share was not sent to its end, so that the figures would mean nothing.");
    }
}
