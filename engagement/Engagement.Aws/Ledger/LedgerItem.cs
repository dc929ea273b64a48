using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;
using static Engagement.Aws.ItemValues;

namespace Engagement.Aws.Ledger;

/// <summary>
/// An event as an item of the ledger's table:
/// <code>
/// id           S  the event's id: partition key of the table
/// announcement S
/// attributes   M  of S
/// publishedAt  S  ISO 8601, UTC, always of the same length, so that it sorts: sort key of the index
/// pending      S  the announcement again, until the event is launched: partition key of the index "pending", which projects all
/// publishedBy  S  ARN of the role's session that posted it to the route; absent in what came by the bus
/// writer       S  who put the item, so that a writer whose answer was lost knows its own; absent in the state machine's items
/// expiresAt    N  Unix seconds, long after the last campaign: DynamoDB deletes the item then
/// campaigns    M  by name: M { state S, since S, attempts N, campaignId S?, failure S?, outcome S? }
/// </code>
/// Of state machines (<c>infra/CompanyEvents/Announcement.asl.json</c>), which write the same items, alone: <c>outcome</c>, the state in
/// which the platform showed the campaign in the end; and their instants are whole seconds.
/// </summary>
internal static class LedgerItem
{
    public const string Id = "id";
    public const string Announcement = "announcement";
    public const string Attributes = "attributes";
    public const string PublishedAt = "publishedAt";
    public const string Pending = "pending";
    public const string PublishedBy = "publishedBy";
    public const string Writer = "writer";
    public const string Campaigns = "campaigns";
    public const string ExpiresAt = "expiresAt";
    public const string State = "state";
    public const string Since = "since";
    public const string Attempts = "attempts";
    private const string CampaignId = "campaignId";
    private const string Failure = "failure";

    public static Dictionary<string, AttributeValue> From(CompanyEvent companyEvent)
    {
        var item = new Dictionary<string, AttributeValue>
        {
            [Id] = Text(companyEvent.Id),
            [Announcement] = Text(companyEvent.Announcement),
            [Attributes] = Map(companyEvent.Attributes.ToDictionary(attribute => attribute.Key, attribute => Text(attribute.Value))),
            [PublishedAt] = Instant(companyEvent.PublishedAt),
            [Pending] = Text(companyEvent.Announcement),
            [ExpiresAt] = Number(companyEvent.ExpiresAt),
            [Campaigns] = Map([]),
        };
        if (companyEvent.PublishedBy is { } caller)
        {
            item.Add(PublishedBy, Text(caller));
        }

        return item;
    }

    public static EventRecord Read(Dictionary<string, AttributeValue> item) => new()
    {
        Event = new()
        {
            Id = item[Id].S,
            Announcement = item[Announcement].S,
            Attributes = MapOf(item, Attributes).ToDictionary(
                attribute => attribute.Key, attribute => attribute.Value.S, StringComparer.Ordinal),
            PublishedAt = InstantOf(item[PublishedAt]),
            PublishedBy = item.GetValueOrDefault(PublishedBy)?.S,
        },
        Campaigns = MapOf(item, Campaigns).ToDictionary(
            campaign => campaign.Key, campaign => CampaignOf(campaign.Value.M), StringComparer.Ordinal),
    };

    public static AttributeValue From(CampaignRecord campaign)
    {
        var fields = new Dictionary<string, AttributeValue>
        {
            [State] = Text(NameOf(campaign.State)),
            [Since] = Instant(campaign.Since),
            [Attempts] = Number(campaign.Attempts),
        };
        if (campaign.CampaignId is not null)
        {
            fields.Add(CampaignId, Text(campaign.CampaignId));
        }

        if (campaign.Failure is not null)
        {
            fields.Add(Failure, Text(campaign.Failure));
        }

        return Map(fields);
    }

    public static string NameOf(LaunchState state) => state switch
    {
        LaunchState.Published => "published",
        LaunchState.Launching => "launching",
        LaunchState.Launched => "launched",
        LaunchState.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static AttributeValue Instant(DateTimeOffset at) =>
        Text(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));

    private static CampaignRecord CampaignOf(Dictionary<string, AttributeValue> fields) => new()
    {
        State = StateOf(fields[State].S),
        Since = InstantOf(fields[Since]),
        Attempts = int.Parse(fields[Attempts].N, CultureInfo.InvariantCulture),
        CampaignId = fields.GetValueOrDefault(CampaignId)?.S,
        Failure = fields.GetValueOrDefault(Failure)?.S,
    };

    private static LaunchState StateOf(string name) => name switch
    {
        "launching" => LaunchState.Launching,
        "launched" => LaunchState.Launched,
        "failed" => LaunchState.Failed,
        _ => throw new InvalidDataException($"The ledger has a campaign in the state '{name}', which no campaign can have."),
    };
}
