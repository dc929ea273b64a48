using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Engagement.Definitions;

/// <summary>
/// Turns YAML text into nodes with positions, on YamlDotNet's event parser. YamlDotNet's object mapper would stop at the first problem. One
/// document; no anchors, aliases or tags, so that a definition reads the same in every place.
/// </summary>
internal sealed class YamlTree
{
    // Deeper than every definition. The parser's time grows with the square of the depth, and what reads the nodes is recursive.
    private const int MostDepth = 32;

    private readonly Parser parser;
    private int depth;

    private YamlTree(TextReader text) => parser = new Parser(text);

    /// <returns>The document's root; null when the text holds none.</returns>
    /// <exception cref="YamlException">The text is not YAML, or uses what definitions do without.</exception>
    public static DefinitionNode? Read(string text)
    {
        using var reader = new StringReader(text);
        var tree = new YamlTree(reader);
        try
        {
            return tree.Document();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The parser's way of saying that a flow list or mapping goes on where it cannot, or that a tag is no address.
            var near = tree.parser.Current?.End ?? Mark.Empty;
            throw new YamlException(near, near, "the text breaks off after this; is a bracket, brace or quote left open?", exception);
        }
    }

    private DefinitionNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Node();
        parser.Consume<DocumentEnd>();
        return parser.Accept<DocumentStart>(out var second)
            ? throw Unsupported(second, "a second document ('---') is not read; use one file each")
            : root;
    }

    private DefinitionNode Node()
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw Unsupported(alias, "aliases ('*name') are not read; write the value out");
        }

        if (parser.Current is NodeEvent node)
        {
            Refuse(node);
        }

        if (parser.TryConsume<SequenceStart>(out var list))
        {
            return new DefinitionList(Below(list, Items), (int)list.Start.Line, (int)list.Start.Column);
        }

        return parser.TryConsume<MappingStart>(out var mapping)
            ? new DefinitionMapping(Below(mapping, Entries), (int)mapping.Start.Line, (int)mapping.Start.Column)
            : Scalar(parser.Consume<Scalar>());
    }

    private List<T> Below<T>(NodeEvent start, Func<List<T>> read)
    {
        if (depth == MostDepth)
        {
            throw Unsupported(start, $"lists and mappings in one another go {MostDepth} deep at most");
        }

        depth++;
        var items = read();
        depth--;
        return items;
    }

    private List<DefinitionNode> Items()
    {
        var items = new List<DefinitionNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node());
        }

        return items;
    }

    private List<DefinitionEntry> Entries()
    {
        var entries = new List<DefinitionEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var start = parser.Current;
            var key = Node() as DefinitionScalar ?? throw Unsupported(start!, "a key is a single text");
            entries.Add(new DefinitionEntry(key, Node()));
        }

        return entries;
    }

    private static DefinitionScalar Scalar(Scalar scalar) => UnfitCharacter.Find(scalar.Value) is { } unfit
        ? throw Unsupported(scalar, $"the text {unfit.Objection}")
        : new(scalar.Value, scalar.Style == ScalarStyle.Plain, (int)scalar.Start.Line, (int)scalar.Start.Column);

    private static void Refuse(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            throw Unsupported(node, "anchors ('&name') are not read; write the value out");
        }

        if (!node.Tag.IsEmpty)
        {
            throw Unsupported(node, "tags ('!name') are not read; leave it out");
        }
    }

    private static SemanticErrorException Unsupported(ParsingEvent at, string message) => new(at.Start, at.End, message);
}
