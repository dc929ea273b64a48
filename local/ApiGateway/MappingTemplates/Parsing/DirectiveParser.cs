using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>
/// Reads <c>#set #if #foreach</c>. White space as in Velocity 1.7: the line end right after a closing parenthesis,
/// <c>#else</c> or <c>#end</c> belongs to the directive; blanks before a directive do not, except those between another token and
/// <c>#set</c>.
/// </summary>
internal sealed class DirectiveParser(TemplateReader reader)
{
    private static readonly ImmutableHashSet<string> Supported = ["set", "if", "elseif", "else", "end", "foreach"];

    private static readonly ImmutableHashSet<string> Unsupported = [
        "break", "define", "evaluate", "include", "literal", "macro", "parse", "stop"
    ];

    /// <summary>Whether Velocity has such a directive.</summary>
    public static bool IsKnown(string name) => Supported.Contains(name) || Unsupported.Contains(name);

    /// <summary>Reads a <c>#set</c> and the blanks before it, or nothing where none comes next.</summary>
    public SetStatement? TrySet()
    {
        var first = reader.Index;
        reader.TakeWhile(character => character is ' ' or '\t');
        var position = reader.Position;
        if (reader.Directive() is not "set")
        {
            reader.Index = first;
            return null;
        }

        reader.TakeDirective("set");
        reader.TakeWhile(character => character == ' ');
        reader.Take("(", "#set");
        reader.SkipWhiteSpace();
        var target = ReferenceParser.TryReference(reader)?.Reference
            ?? throw reader.Error($"#set needs a reference, found {reader.Found()}");
        reader.SkipWhiteSpace();
        reader.Take("=", "#set");
        var value = ExpressionParser.Parse(reader);
        reader.Take(")", "#set");
        reader.SkipToNextLine();
        return new(target, value, position);
    }

    /// <summary>Reads a directive, or nothing where the word after <c>#</c> is none and so mere text.</summary>
    /// <param name="block">Reads what stands up to the next <c>#else</c>, <c>#elseif</c> or <c>#end</c>.</param>
    public TemplateStatement? TryDirective(Func<ImmutableArray<TemplateStatement>> block)
    {
        var position = reader.Position;
        if (reader.Directive() is not { } name)
        {
            return null;
        }

        switch (name)
        {
            case "if":
                return If(block, position);
            case "foreach":
                return Foreach(block, position);
        }

        if (Unsupported.Contains(name))
        {
            throw reader.NotSupported("#" + name);
        }

        reader.TakeDirective(name);
        return reader.Current != '('
            ? new TextStatement("#" + name, position)
            : throw new TemplateException($"There is no directive #{name}", position);
    }

    private IfStatement If(Func<ImmutableArray<TemplateStatement>> block, TemplatePosition position)
    {
        var branches = ImmutableArray.CreateBuilder<Branch>();
        for (var name = "if"; name is "if" or "elseif"; name = reader.Directive())
        {
            reader.TakeDirective(name);
            branches.Add(new(Condition("#" + name), block()));
        }

        if (reader.Directive() is "else")
        {
            reader.TakeDirective("else");
            reader.SkipToNextLine();
            branches.Add(new(null, block()));
        }

        TakeEnd("#if", position);
        return new(branches.ToImmutable(), position);
    }

    private Expression Condition(string directive)
    {
        reader.SkipWhiteSpace();
        reader.Take("(", directive);
        var condition = ExpressionParser.Parse(reader);
        reader.Take(")", directive);
        reader.SkipToNextLine();
        return condition;
    }

    private ForeachStatement Foreach(Func<ImmutableArray<TemplateStatement>> block, TemplatePosition position)
    {
        reader.TakeDirective("foreach");
        reader.SkipWhiteSpace();
        reader.Take("(", "#foreach");
        reader.SkipWhiteSpace();
        var variable = ReferenceParser.TryReference(reader)?.Reference;
        if (variable is not { Accessors.IsEmpty: true })
        {
            throw new TemplateException("#foreach needs a plain variable, such as $item", position);
        }

        reader.SkipWhiteSpace();
        reader.Take("in", "#foreach");
        var items = OperandParser.Parameter(reader);
        reader.Take(")", "#foreach");
        reader.SkipToNextLine();
        var body = block();
        TakeEnd("#foreach", position);
        return new(variable.Name, items, body, position);
    }

    private void TakeEnd(string opened, TemplatePosition position)
    {
        if (reader.Directive() is not "end")
        {
            throw new TemplateException($"{opened} has no #end", position);
        }

        reader.TakeDirective("end");
        reader.SkipToNextLine();
    }
}
