using System.Text.Json.Nodes;
using Engagement.Times;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>
/// A campaign as this project asks Pinpoint for one: once, to a segment, by templates, through the hook. The functions send it by the SDK,
/// a state machine as JSON.
/// </summary>
public sealed record CampaignRequest
{
    /// <summary>How often it sends: once.</summary>
    public const string Frequency = "ONCE";

    /// <summary>What the hook does: it leaves customers out.</summary>
    public const string HookMode = "FILTER";

    private const string Immediate = "IMMEDIATE";

    /// <summary>The campaign's name as the console shows it.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the segment that it goes to.</summary>
    public required string SegmentId { get; init; }

    /// <summary>Pinpoint's name of the template of each channel; at least one.</summary>
    public required IReadOnlyDictionary<Channel, string> Templates { get; init; }

    /// <summary>ARN of the function that filters the audience.</summary>
    public required string HookArn { get; init; }

    /// <summary>When it starts, at least 15 minutes ahead; null: when it is created.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Sender of e-mails; null for that of the e-mail channel.</summary>
    public string? From { get; init; }

    /// <summary>The type of its text messages, see <see cref="Campaigns.TextType"/>; null where it has none.</summary>
    public string? TextType { get; init; }

    /// <summary>Tags of the campaign; not part of an update.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The start as Pinpoint takes it.</summary>
    public string StartTime => Start is { } at ? IsoInstant.Format(at) : Immediate;

    /// <summary>The templates of a campaign. A message template has the same name on each of its channels.</summary>
    public static IReadOnlyDictionary<Channel, string> TemplatesOf(string template, IEnumerable<Channel> channels) =>
        channels.ToDictionary(channel => channel, _ => template);

    /// <summary>
    /// The <c>WriteCampaignRequest</c> in the parameters of a state machine's task. A text that begins with <c>$.</c> is a path into the
    /// state's input: its member's name ends with <c>.$</c>.
    /// </summary>
    public JsonObject ToStateMachineJson()
    {
        var request = new JsonObject();
        Add(request, "Name", Name);
        Add(request, "SegmentId", SegmentId);
        request["Schedule"] = new JsonObject { [nameof(StartTime)] = StartTime, [nameof(Frequency)] = Frequency };
        request["TemplateConfiguration"] = new JsonObject(
            Templates.Select(
                template => KeyValuePair.Create<string, JsonNode?>(TemplateMember(template.Key), Member("Name", template.Value))));
        if (SettingsJson() is { Count: > 0 } settings)
        {
            request["MessageConfiguration"] = settings;
        }

        request["Hook"] = Member("LambdaFunctionName", HookArn);
        request["Hook"]!["Mode"] = HookMode;
        var tags = new JsonObject();
        foreach (var (key, value) in Tags)
        {
            Add(tags, key, value);
        }

        request[nameof(Tags)] = tags;
        return request;
    }

    private JsonObject SettingsJson()
    {
        var settings = new JsonObject();
        if (From is not null)
        {
            settings["EmailMessage"] = Member("FromAddress", From);
        }

        if (TextType is not null)
        {
            settings["SMSMessage"] = Member("MessageType", TextType);
        }

        return settings;
    }

    private static string TemplateMember(Channel channel) => channel switch
    {
        Channel.Email => "EmailTemplate",
        Channel.Sms => "SMSTemplate",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Pinpoint's campaigns have no template of this channel here."),
    };

    private static JsonObject Member(string name, string value)
    {
        var member = new JsonObject();
        Add(member, name, value);
        return member;
    }

    private static void Add(JsonObject to, string name, string value) =>
        to.Add(value.StartsWith("$.", StringComparison.Ordinal) ? $"{name}.$" : name, value);
}
