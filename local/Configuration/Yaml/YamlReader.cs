using System.Text;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Engagement.Local.Configuration.Yaml;

/// <summary>
/// Reads the files of a Pulumi project as Pulumi's CLI does (gopkg.in/yaml.v3). Keys are texts and unique. The reader follows aliases and
/// merge keys, and reads the first document alone.
/// </summary>
internal sealed class YamlReader
{
    // A settings file is some lines; what exceeds these bounds is a mistake, and would cost memory without end.
    private const int DeepestNesting = 100;
    private const int MostNodes = 100_000;

    private const string TagPrefix = "tag:yaml.org,2002:";

    private readonly string file;
    private readonly Parser parser;
    private readonly Dictionary<AnchorName, StackYaml> anchors = [];

    private YamlReader(string file, TextReader text)
    {
        this.file = file;
        parser = new Parser(text);
    }

    /// <summary>Reads a file.</summary>
    /// <returns>What its first document holds; null where there is none.</returns>
    /// <exception cref="FormatException">It is no YAML that Pulumi would take; the message says where and why.</exception>
    public static StackYaml? Read(string path)
    {
        using var text = new StringReader(YamlText.Read(path));
        var file = Path.GetFileName(path);
        try
        {
            return new YamlReader(file, text).First();
        }
        catch (YamlException e)
        {
            throw new FormatException($"{new YamlPlace(file, e.Start.Line, e.Start.Column)}: {e.Message}", e);
        }
    }

    private StackYaml? First()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        parser.Consume<DocumentStart>();
        return Node(0);
    }

    private StackYaml Node(int depth)
    {
        var place = Place(parser.Current ?? throw new EndOfStreamException());
        if (depth > DeepestNesting)
        {
            throw place.Wrong($"lists and maps are nested more than {DeepestNesting} deep.");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.GetValueOrDefault(alias.Value)
                ?? throw place.Wrong($"there is no anchor '{alias.Value}' before this alias of it.");
        }

        var anchor = ((NodeEvent)parser.Current).Anchor;
        StackYaml node = parser.TryConsume<Scalar>(out var scalar) ? Resolved(scalar)
            : parser.TryConsume<SequenceStart>(out _) ? List(place, depth) : Map(place, depth);
        if (node.Size > MostNodes)
        {
            throw place.Wrong($"aliases make it more than {MostNodes} values.");
        }

        if (!anchor.IsEmpty)
        {
            anchors[anchor] = node;
        }

        return node;
    }

    private YamlList List(YamlPlace place, int depth)
    {
        var items = new List<StackYaml>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new(place, items);
    }

    private YamlMap Map(YamlPlace place, int depth)
    {
        parser.Consume<MappingStart>();
        var members = new List<YamlMember>();
        StackYaml? merged = null;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var isMerge = parser.Accept<Scalar>(out var name) && name is { Value: "<<", Style: ScalarStyle.Plain };
            var key = Key(Node(depth + 1));
            var value = Node(depth + 1);
            if (isMerge && merged is null)
            {
                merged = value;
                continue;
            }

            if (isMerge || members.Find(member => member.Key == key.Text) is not null)
            {
                throw key.Place.Wrong($"{key.Text}: the key is there already.");
            }

            members.Add(new(key.Text, key.Place, value));
        }

        return new(place, merged is null ? members :
        [
            .. members,
            .. Merged(merged)
                .Where(other => members.TrueForAll(member => member.Key != other.Key))
                .DistinctBy(other => other.Key, StringComparer.Ordinal),
        ]);
    }

    private static YamlScalar Key(StackYaml key) => key is YamlScalar { Kind: YamlKind.Text } text
        ? text
        : throw key.Place.Wrong(
            $"{(key is YamlScalar scalar ? $"'{scalar.Text}'" : "a list or map")} is a key, but only texts may be; write it in quotes.");

    // Of several maps, the earlier one counts.
    private static IEnumerable<YamlMember> Merged(StackYaml tree) => tree switch
    {
        YamlMap map => map.Members,
        YamlList list when list.Items.All(item => item is YamlMap) => list.Items.SelectMany(Merged),
        _ => throw tree.Place.Wrong("<<: merges a map or a list of maps."),
    };

    private YamlScalar Resolved(Scalar scalar)
    {
        var place = Place(scalar);
        if (HasHalfPair(scalar.Value))
        {
            throw place.Wrong("the text holds half a surrogate pair, which is no character.");
        }

        var tag = scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific ? "" : scalar.Tag.Value;
        var (kind, value) = tag is "" && scalar.Style is ScalarStyle.Plain ? PlainScalar.Resolve(scalar.Value)
            : tag.StartsWith(TagPrefix, StringComparison.Ordinal) ? Tagged(place, tag[TagPrefix.Length..], scalar.Value)
            : (YamlKind.Text, JsonValue.Create(scalar.Value));
        return value is null && kind is YamlKind.Float
            ? throw place.Wrong(
                $"'{scalar.Value}' is no number that Pulumi can hand to a program; write it in quotes to have it as a text.")
            : new(place, kind, value);
    }

    // A tag has to agree with what the text is.
    private static (YamlKind Kind, JsonValue? Value) Tagged(YamlPlace place, string tag, string text)
    {
        var resolved = PlainScalar.Resolve(text);
        return (tag, resolved.Kind) switch
        {
            ("binary", _) => (YamlKind.Text, JsonValue.Create(Decoded(place, text))),
            ("int", YamlKind.Whole) or ("bool", YamlKind.Flag) or ("null", YamlKind.Null) or ("timestamp", YamlKind.Time) => resolved,
            ("float", YamlKind.Whole or YamlKind.Float) => (YamlKind.Float, resolved.Value),
            ("int" or "bool" or "null" or "timestamp" or "float", _) => throw place.Wrong($"'{text}' is no !!{tag}."),
            _ => (YamlKind.Text, JsonValue.Create(text)),
        };
    }

    private static string Decoded(YamlPlace place, string text)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(text));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw place.Wrong("!!binary: it is not base64 of a text in UTF-8.");
        }
    }

    private static bool HasHalfPair(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return true;
            }
        }

        return false;
    }

    private YamlPlace Place(ParsingEvent at) => new(file, at.Start.Line, at.Start.Column);
}
