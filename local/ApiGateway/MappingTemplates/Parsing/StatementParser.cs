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
    public static ImmutableArray<TemplateStatement> ParseTemplate(string text) =>
        ParseAll(new TemplateReader(text, new TemplatePosition(1, 1), 0));

    /// <summary>Reads everything that the reader holds.</summary>
    public static ImmutableArray<TemplateStatement> ParseAll(TemplateReader reader)
    {
        var statements = new StatementParser(reader).Block();
        return reader.AtEnd ? statements : throw reader.Error($"#{reader.Directive()} has no #if or #foreach before it");
    }

    /// <summary>Reads up to the <c>#end</c>, <c>#else</c> or <c>#elseif</c> that is not its own, or to the end.</summary>
    public ImmutableArray<TemplateStatement> Block()
    {
        reader.Enter();
        var statements = ImmutableArray.CreateBuilder<TemplateStatement>();
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

    private TemplateStatement? Next()
    {
        if (directives.TrySet() is { } set)
        {
            return set;
        }

        return reader.Current switch
        {
            '\\' => Backslashes(),
            '$' => (TemplateStatement?)ReferenceParser.TryReference(reader) ?? Character(),
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

    private TemplateStatement? Hash()
    {
        if (reader.TryTake("##"))
        {
            reader.SkipLine();
            return null;
        }

        if (reader.Peek(1) == '*' || reader.Rest.StartsWith("#[[", StringComparison.Ordinal))
        {
            throw reader.NotSupported(reader.Peek(1) == '*' ? "#* *#" : "#[[ ]]#");
        }

        return directives.TryDirective(Block) ?? Character();
    }

    /// <summary>In Velocity a backslash escapes a reference or a directive after it, and nothing else.</summary>
    private TextStatement Backslashes()
    {
        var (position, first) = (reader.Position, reader.Index);
        reader.TakeWhile(character => character == '\\');
        var length = reader.Index - first;
        var escaped = reader.Directive() is { } name && DirectiveParser.IsKnown(name)
            ? "#" + name
            : ReferenceParser.TryReference(reader)?.Reference.Source;
        if (escaped is not null)
        {
            throw new TemplateException($"The escape \\{escaped} is not supported by the local gateway", position);
        }

        return new(new string('\\', length), position);
    }
}
