using System.Buffers;
using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>Reads text, references, comments and directives in the order in which they stand.</summary>
internal sealed class StatementParser(TemplateReader reader)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("$#\\");

    private readonly DirectiveParser directives = new(reader);

    /// <summary>Reads a whole template.</summary>
    public static ImmutableArray<Statement> ParseTemplate(string text) => ParseAll(new TemplateReader(text, new TemplatePosition(1, 1), 0));

    /// <summary>Reads everything that the reader holds.</summary>
    public static ImmutableArray<Statement> ParseAll(TemplateReader reader)
    {
        var statements = new StatementParser(reader).Block();
        return reader.AtEnd ? statements : throw reader.Error($"#{reader.Directive()} has no #if or #foreach before it");
    }

    /// <summary>Reads up to the <c>#end</c>, <c>#else</c> or <c>#elseif</c> that is not its own, or to the end.</summary>
    public ImmutableArray<Statement> Block()
    {
        reader.Enter();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        while (!reader.AtEnd && reader.Directive() is not ("end" or "else" or "elseif"))
        {
            if (Next() is { } statement)
            {
                statements.Add(statement);
            }
        }

        reader.Leave();
        return statements.ToImmutable();
    }

    private Statement? Next()
    {
        if (directives.TrySet() is { } set)
        {
            return set;
        }

        return reader.Current switch
        {
            '\\' => Escape(),
            '$' => (Statement?)ReferenceParser.TryReference(reader) ?? Character(),
            '#' => Hash(),
            _ => Text(),
        };
    }

    private TextStatement Text()
    {
        var (position, first) = (reader.Position, reader.Index);
        var length = reader.Rest.IndexOfAny(Special);
        reader.Index += length < 0 ? reader.Rest.Length : length;
        return new(reader.TextFrom(first), position);
    }

    private TextStatement Character()
    {
        var position = reader.Position;
        reader.Index++;
        return new(reader.TextFrom(reader.Index - 1), position);
    }

    private Statement? Hash()
    {
        if (reader.TryTake("##"))
        {
            reader.SkipLine();
            return null;
        }

        if (reader.TryTake("#[["))
        {
            return new TextStatement(UpTo("]]#", "#[["), reader.Position);
        }

        if (reader.TryTake("#*"))
        {
            UpTo("*#", "#*");
            return null;
        }

        return directives.TryDirective(Block) ?? Character();
    }

    private string UpTo(string end, string start)
    {
        var (length, first) = (reader.Rest.IndexOf(end, StringComparison.Ordinal), reader.Index);
        if (length < 0)
        {
            throw reader.Error($"{start} has no {end}");
        }

        reader.Index += length + end.Length;
        return reader.TextFrom(first)[..length];
    }

    /// <summary>Backslashes escape only what would otherwise be a reference or a directive: each pair is one, an odd one escapes.</summary>
    private TextStatement Escape()
    {
        var (position, first) = (reader.Position, reader.Index);
        var count = reader.TakeWhile(character => character == '\\').Length;
        var next = reader.Index;
        if (!TryEscapable())
        {
            reader.Index = next;
            return new TextStatement(reader.TextFrom(first), position);
        }

        var source = reader.TextFrom(next);
        var odd = count % 2 == 1;
        reader.Index = odd ? reader.Index : next;
        return new TextStatement(new string('\\', count / 2) + (odd ? source : ""), position);
    }

    private bool TryEscapable()
    {
        if (reader.Directive() is { } name && DirectiveParser.IsKnown(name))
        {
            reader.TakeDirective(name);
            return true;
        }

        return ReferenceParser.TryReference(reader) is not null;
    }
}
