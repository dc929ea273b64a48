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

    // What an execution takes beside its longest wait: all tries, and half a day until a campaign ends.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(2);

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
            ["timeoutSeconds"] = (int)(announcement.Campaigns.Max(campaign => campaign.After ?? TimeSpan.Zero) + Slack).TotalSeconds,
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
