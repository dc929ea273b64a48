using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Engagement.Definitions.Announcements;
using Engagement.Infra.Configuration;
using Engagement.Infra.Json;
using Engagement.Infra.Platforms;
using Engagement.Infra.StateMachines;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// The state machine of one announcement, in the Amazon States Language: <c>Announcement.asl.json</c> with its placeholders filled in.
/// </summary>
internal static partial class AnnouncementDefinition
{
    /// <summary>Most bytes of a definition: "Quotas related to state machine executions" in the Step Functions developer guide.</summary>
    public const int LargestDefinition = 1_048_576;

    // How often a campaign is asked whether it has ended: after 30 seconds, then after twice as long up to 17 hours, and so on for 14 days.
    // Each time makes 11 events of the execution's history. It holds 25,000 ("Quotas related to state machine executions"), and the 40
    // campaigns of an announcement fill 13,000 of them at most.
    private const int LongestPauseSeconds = 30 << 11;
    private const int Polls = 11 + 18;

    // What an execution takes beside its longest wait: all tries, and the time until a campaign ends.
    private static readonly TimeSpan Rest = TimeSpan.FromDays(365) - Limits.StateMachineWait;

    private static readonly StateMachineTemplate Template = StateMachineTemplate.Read("CompanyEvents/Announcement.asl.json");

    /// <summary>The definition, as JSON text.</summary>
    /// <param name="announcement">The announcement.</param>
    /// <param name="ledgerTable">Name of the ledger's table.</param>
    /// <param name="failureTopicArn">Topic that is told of what could not be launched.</param>
    /// <param name="states">How the platform launches a campaign.</param>
    /// <exception cref="ConfigurationException">The announcement makes a definition that Step Functions would refuse for its
    /// size.</exception>
    public static string Write(Announcement announcement, string ledgerTable, string failureTopicArn, CampaignStates states)
    {
        var text = ReadableJson.Write(Template.Fill(new()
        {
            ["announcement"] = announcement.Name,
            ["table"] = ledgerTable,
            ["topic"] = failureTopicArn,
            ["timeoutSeconds"] = (int)(announcement.Campaigns.Max(campaign => campaign.After ?? TimeSpan.Zero) + Rest).TotalSeconds,
            ["polls"] = Polls,
            ["longestPause"] = LongestPauseSeconds,
            ["attributes"] = Attributes(announcement),
            ["campaigns"] = Campaigns(announcement, states),
            ["create"] = states.Create,
            ["find"] = states.Find,
            ["follow"] = states.Follow,
        }));
        return Encoding.UTF8.GetByteCount(text) <= LargestDefinition
            ? text
            : throw new ConfigurationException(
                $"announcements.yaml: announcements.{announcement.Name}: makes a state machine of more than {LargestDefinition} bytes,"
                    + " which Step Functions does not take; take campaigns out, or use via: journey.");
    }

    private static JsonNode Attributes(Announcement announcement) => JsonSerializer.SerializeToNode(
        new(announcement.Attributes.Select(name => KeyValuePair.Create(name, new LedgerText($"$.detail.attributes['{name}']")))),
        DefinitionJson.Default.OrderedDictionaryStringLedgerText)!;

    private static JsonNode Campaigns(Announcement announcement, CampaignStates states) => JsonSerializer.SerializeToNode(
        announcement.Campaigns.Select(campaign => new LaunchedCampaign(
            campaign.Name,
            states.Targets[campaign.Name].SegmentId,
            states.Targets[campaign.Name].Template,
            (int)(campaign.After ?? TimeSpan.Zero).TotalSeconds)),
        DefinitionJson.Default.IEnumerableLaunchedCampaign)!;

    /// <summary>A text in the ledger's item, which a path of the execution's input gives.</summary>
    private sealed record LedgerText([property: JsonPropertyName("S.$")] string Path);

    /// <summary>What an execution knows of a campaign.</summary>
    private sealed record LaunchedCampaign(string Name, string SegmentId, string Template, int AfterSeconds);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(OrderedDictionary<string, LedgerText>))]
    [JsonSerializable(typeof(IEnumerable<LaunchedCampaign>))]
    private sealed partial class DefinitionJson : JsonSerializerContext;
}
