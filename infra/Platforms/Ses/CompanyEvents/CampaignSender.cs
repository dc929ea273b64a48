using Engagement.Definitions.Functions;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.CompanyEvents;

/// <summary>The function that sends campaigns: it goes through a share of the customers, and sends to the audience.</summary>
internal static class CampaignSender
{
    public static void Declare(string name, SesParts parts, EventLedger ledger, Resource parent)
    {
        var definitions = parts.Args.Definitions;
        _ = new HandlerFunction(name, new()
        {
            Handler = "SendCampaign",
            Defaults = parts.Args.Functions,
            Definitions =
            [
                FunctionDefinition.From(definitions.TrackingPlan.ForDates),
                FunctionDefinition.From(definitions.Announcements.ForSending),
                FunctionDefinition.From(definitions.Journeys.ForSending),
                FunctionDefinition.From(definitions.Segments.ForMembership(definitions.Announcements.SegmentNames)),
                FunctionDefinition.From(definitions.Topics.ForSending),
                FunctionDefinition.From(definitions.Templates.ForSending(definitions.Announcements.TemplateNames)),
            ],
            TimeoutSeconds = ShareQueue.TimeoutSeconds,
            Source = parts.CampaignShares.Source($"{name}-source", parts.Settings.Senders),
            Grants =
            [
                parts.Customers.Update,
                new() { Statements = [parts.Customers.Scan, parts.Customers.Find] },
                parts.Sending.AllowRuns("NoteProgress", "dynamodb:GetItem", "dynamodb:UpdateItem"),
                parts.Sending.ClaimDeliveries,
                ledger.Allow("ReadEvent", "dynamodb:GetItem"),
                parts.CampaignShares.Send,
                parts.SendMessages,
                .. definitions.Journeys.Limit is null ? Array.Empty<Grant>() : [parts.Args.Journeys.CountMessages],
            ],
        }, new ComponentResourceOptions { Parent = parent });
    }
}
