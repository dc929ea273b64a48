using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Engagement.Local.Plans;

/// <summary>
/// Plans as YAML, the same bytes everywhere: LF, no folding, quotes only around what would be read as something else without them.
/// </summary>
internal static partial class PlanYaml
{
    /// <summary>Writes a plan.</summary>
    /// <param name="heading">Comment lines that come first, without their number sign.</param>
    /// <param name="plan">What it holds.</param>
    public static string Write(IEnumerable<string> heading, JsonObject plan)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var line in heading)
        {
            text.WriteLine($"# {line}");
        }

        Write(text, plan);
        return text.ToString();
    }

    /// <summary>Any value as YAML.</summary>
    public static string Text(JsonNode value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringWriter text, JsonNode value)
    {
        var emitter = new Emitter(text, new EmitterSettings().WithIndentedSequences().WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(emitter, value);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    /// <summary>Reads what was written, or any other YAML file with a map at its root.</summary>
    /// <exception cref="FormatException">It is not that; the message says where.</exception>
    public static JsonObject Read(string name, string text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"{name}:{e.Start.Line}:{e.Start.Column}: {e.Message}"), e);
        }

        return yaml.Documents is [{ RootNode: YamlMappingNode root }] && Node(root) is JsonObject read
            ? read
            : throw new FormatException($"{name}: it has no map at its root.");
    }

    private static void Emit(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                emitter.Emit(
                    new MappingStart(
                        AnchorName.Empty, TagName.Empty, isImplicit: true, members.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in members)
                {
                    EmitText(emitter, key, isKey: true);
                    Emit(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray items:
                emitter.Emit(
                    new SequenceStart(
                        AnchorName.Empty, TagName.Empty, isImplicit: true, items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in items)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                EmitText(emitter, value.GetValue<string>(), isKey: false);
                break;
            default:
                emitter.Emit(
                    new Scalar(
                        AnchorName.Empty,
                        TagName.Empty,
                        node?.ToJsonString() ?? "null",
                        ScalarStyle.Plain,
                        isPlainImplicit: true,
                        isQuotedImplicit: false));
                break;
        }
    }

    private static void EmitText(Emitter emitter, string text, bool isKey) =>
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, Style(text, isKey), isPlainImplicit: true, isQuotedImplicit: true));

    private static ScalarStyle Style(string text, bool isKey) =>
        !isKey && FitsBlock(text.Split('\n')) ? ScalarStyle.Literal
        : text.Any(char.IsControl) ? ScalarStyle.DoubleQuoted
        : SomethingElse().IsMatch(text) ? ScalarStyle.SingleQuoted
        : ScalarStyle.Any;

    // A block keeps such lines as they are; others would need signs that people stumble over.
    private static bool FitsBlock(string[] lines) =>
        lines.Length > 1 && lines[0] is [not ' ', ..] && lines.All(line => line is not [.., ' '] && !line.Any(char.IsControl));

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping =>
            new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value ?? "", Node(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value ?? ""),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" or "false" => JsonValue.Create(text == "true"),
        _ => Number().IsMatch(text) ? JsonNode.Parse(text) : JsonValue.Create(text),
    };

    // What readers of YAML 1.1 or 1.2 take for a number, a time, a flag or nothing.
    [
        GeneratedRegex(
            @"\A(|~|null|true|false|yes|no|on|off|y|n|[-+.]?[0-9][-+0-9_.,:eExXa-fA-FoTZ ]*|[-+]?\.(inf|nan)|=|<<)\z",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
    ]
    private static partial Regex SomethingElse();

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
