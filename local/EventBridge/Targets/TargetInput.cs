using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Local.Aws;

namespace Engagement.Local.EventBridge.Targets;

/// <summary>What a target gets of an event: all of it, a part, a constant, or a text made of parts.</summary>
internal sealed partial record TargetInput
{
    private static readonly HashSet<string> Predefined = new(StringComparer.Ordinal)
    {
        "aws.events.rule-arn", "aws.events.rule-name", "aws.events.event.ingestion-time", "aws.events.event", "aws.events.event.json",
    };

    /// <summary>JSON that the target always gets.</summary>
    public string? Constant { get; init; }

    /// <summary>Where in the event the target's input stands.</summary>
    public string? Path { get; init; }

    /// <summary>Text with <c>&lt;name&gt;</c> for the parts that <see cref="Paths"/> name.</summary>
    public string? Template { get; init; }

    public IReadOnlyDictionary<string, string> Paths { get; init; } = new Dictionary<string, string>();

    /// <summary>The target's input.</summary>
    /// <exception cref="FormatException">The template makes no JSON.</exception>
    public string Of(JsonObject @event, string ruleArn, DateTimeOffset ingestedAt)
    {
        if (Constant is not null)
        {
            return Constant;
        }

        if (Path is not null)
        {
            return JsonPathQuery.TryFind(@event, Path, out var part) ? Text(part) : "null";
        }

        return Template is null ? Text(@event) : Render(name => Value(name, @event, ruleArn, ingestedAt));
    }

    private static string Text(JsonNode? node) => node?.ToJsonString(AwsJson.Plain) ?? "null";

    private JsonNode? Value(string name, JsonObject @event, string ruleArn, DateTimeOffset ingestedAt) => name switch
    {
        "aws.events.rule-arn" => ruleArn,
        "aws.events.rule-name" => ruleArn[(ruleArn.LastIndexOf('/') + 1)..],
        "aws.events.event.ingestion-time" => ingestedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "aws.events.event" => WithoutDetail(@event),
        "aws.events.event.json" => @event.DeepClone(),
        _ when Paths.TryGetValue(name, out var path) => JsonPathQuery.TryFind(@event, path, out var part) ? part : null,
        _ => throw new FormatException($"The input template names <{name}>, which inputPaths does not have"),
    };

    /// <summary>The event as this variable has it, which calls the detail type by another name than events do.</summary>
    private static JsonObject WithoutDetail(JsonObject @event) => new(@event
        .Where(member => member.Key != "detail")
        .Select(member => KeyValuePair.Create(member.Key == "detail-type" ? "detailType" : member.Key, member.Value?.DeepClone())));

    /// <summary>Names that a template puts between <c>&lt;</c> and <c>&gt;</c>, and that neither the paths nor EventBridge have.</summary>
    public IEnumerable<string> UnknownNames() => Placeholder().Matches(Template ?? "").Select(found => found.Groups["name"].Value)
        .Where(name => !Paths.ContainsKey(name) && !Predefined.Contains(name));

    /// <summary>A part inside quotes stands there as text; outside, as JSON.</summary>
    private string Render(Func<string, JsonNode?> value)
    {
        var rendered = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < Template!.Length; i++)
        {
            var end = Template[i] == '<' ? Template.IndexOf('>', i) : -1;
            if (end > i)
            {
                var part = value(Template[(i + 1)..end]);
                rendered.Append(quoted ? Quoted(part) : part is null ? "\"\"" : Text(part));
                i = end;
                continue;
            }

            quoted ^= Template[i] == '"' && (i == 0 || Template[i - 1] != '\\');
            rendered.Append(Template[i]);
        }

        return Checked(rendered.ToString());
    }

    /// <summary>In quotes: a text template drops the quotes of an object or list; a JSON template keeps them, and is broken by them.</summary>
    private string Quoted(JsonNode? part) => part switch
    {
        null => "",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => JsonEncodedText.Encode(text.GetValue<string>(), AwsJson.Plain.Encoder).ToString(),
        JsonValue => Text(part),
        _ => MakesText ? Text(part).Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal) : Text(part),
    };

    private bool MakesText => Template!.TrimStart().StartsWith('"');

    /// <summary>A JSON template makes one value; a text template makes texts, of which each may have a line of its own.</summary>
    private string Checked(string json)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { AllowMultipleValues = MakesText });
            while (reader.Read())
            {
                // To the end: a mistake throws.
            }

            return json;
        }
        catch (JsonException e)
        {
            // The text itself may hold customers' data.
            throw new FormatException($"The input template does not make JSON of this event, at position {e.BytePositionInLine}", e);
        }
    }

    [GeneratedRegex("<(?<name>[^>]*)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
