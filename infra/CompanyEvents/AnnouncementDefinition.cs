using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Definitions.Announcements;
using Engagement.Infra.Configuration;
using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// The state machine of one announcement, in the Amazon States Language: <c>Announcement.asl.json</c> with its placeholders filled in.
/// A string of that file that is <c>${name}</c> and nothing else becomes the JSON value of that name; inside a longer string the value's text stands in its place.
/// </summary>
internal static partial class AnnouncementDefinition
{
    /// <summary>Most bytes of a definition: "Quotas related to state machine executions" in the Step Functions developer guide.</summary>
    public const int LargestDefinition = 1_048_576;

    // What an execution takes beside its longest wait: all tries, and half a day until a campaign ends.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(2);

    private static readonly string Template = Read();

    // A change shows in a preview by the line.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The definition, as JSON text.</summary>
    /// <param name="announcement">The announcement.</param>
    /// <param name="target">What the stack calls the parts that the machine deals with.</param>
    /// <exception cref="ConfigurationException">The announcement makes a definition that Step Functions would refuse for its size.</exception>
    /// <exception cref="InvalidDataException">The file has a placeholder that there is no value for.</exception>
    public static string Of(Announcement announcement, AnnouncementTarget target)
    {
        var values = new Dictionary<string, JsonNode>(StringComparer.Ordinal)
        {
            ["announcement"] = announcement.Name,
            ["applicationId"] = target.ApplicationId,
            ["table"] = target.LedgerTable,
            ["hook"] = target.HookArn,
            ["topic"] = target.FailureTopicArn,
            ["timeoutSeconds"] = (int)(announcement.Campaigns.Max(campaign => campaign.After ?? TimeSpan.Zero) + Slack).TotalSeconds,
            ["isWhole"] = new JsonArray([.. announcement.Attributes.Select(name => $"$.detail.attributes['{name}']").Prepend("$.detail.id").SelectMany(IsText), .. IsNumber("$.detail.expiresAt")]),
            ["attributes"] = new JsonObject(announcement.Attributes.Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject { ["S.$"] = $"$.detail.attributes['{name}']" }))),
            ["campaigns"] = new JsonArray([.. announcement.Campaigns.Select(campaign => Campaign(campaign, target.SegmentIds[campaign.Segment]))]),
        };
        var text = Fill(JsonNode.Parse(Template), values)!.ToJsonString(Readable);
        return Encoding.UTF8.GetByteCount(text) <= LargestDefinition
            ? text
            : throw new ConfigurationException(
                $"announcements.yaml: announcements.{announcement.Name}: makes a state machine of more than {LargestDefinition} bytes, which Step Functions does not take; take campaigns out, or use via: journey.");
    }

    private static JsonObject Campaign(CampaignDefinition campaign, string segmentId) => new()
    {
        ["name"] = campaign.Name,
        ["segmentId"] = segmentId,
        ["template"] = PinpointEmailTemplate.NameOf(campaign.Template),
        ["afterSeconds"] = (int)(campaign.After ?? TimeSpan.Zero).TotalSeconds,
    };

    private static IEnumerable<JsonNode> IsText(string path) =>
    [
        new JsonObject { ["Variable"] = path, ["IsPresent"] = true },
        new JsonObject { ["Variable"] = path, ["IsString"] = true },
        new JsonObject { ["Not"] = new JsonObject { ["Variable"] = path, ["StringEquals"] = "" } },
    ];

    private static IEnumerable<JsonNode> IsNumber(string path) =>
    [
        new JsonObject { ["Variable"] = path, ["IsPresent"] = true },
        new JsonObject { ["Variable"] = path, ["IsNumeric"] = true },
    ];

    private static JsonNode? Fill(JsonNode? node, Dictionary<string, JsonNode> values) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Fill(member.Value, values)))),
        JsonArray elements => new JsonArray([.. elements.Select(element => Fill(element, values))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Placeholder().Match(text) is { Success: true } match && match.Length == text.Length
            ? Find(match, values).DeepClone()
            : Placeholder().Replace(text, inner => Find(inner, values).ToString()),
        null => null,
        _ => node.DeepClone(),
    };

    private static JsonNode Find(Match placeholder, Dictionary<string, JsonNode> values) => values.TryGetValue(placeholder.Groups["name"].Value, out var value)
        ? value
        : throw new InvalidDataException($"infra/CompanyEvents/Announcement.asl.json has the placeholder {placeholder.Value}, which nothing fills in.");

    private static string Read()
    {
        const string name = "CompanyEvents/Announcement.asl.json";
        using var stream = typeof(AnnouncementDefinition).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"infra/{name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
