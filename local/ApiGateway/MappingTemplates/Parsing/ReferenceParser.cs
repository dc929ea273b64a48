using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>Reads references: <c>$name</c>, <c>$!name</c>, <c>${name}</c>, <c>$!{name}</c>, each with properties and methods.</summary>
internal static class ReferenceParser
{
    /// <summary>Reads a reference, or nothing where the <c>$</c> begins none and so is mere text.</summary>
    public static ReferenceStatement? TryReference(TemplateReader reader)
    {
        var first = reader.Index;
        var offset = reader.Peek(1) == '!' ? 2 : 1;
        var braced = reader.Peek(offset) == '{';
        offset += braced ? 1 : 0;
        if (reader.Current != '$' || !Characters.StartsIdentifier(reader.Peek(offset)))
        {
            return null;
        }

        var position = reader.Position;
        reader.Index += offset;
        var name = reader.TakeWhile(Characters.ContinuesIdentifier);
        var accessors = Accessors(reader);
        if (braced)
        {
            reader.Take("}", $"${{{name}");
        }

        GatewayVariables.Check(name, accessors, position);
        return new(new(name, accessors, reader.TextFrom(first), position));
    }

    private static ImmutableArray<Accessor> Accessors(TemplateReader reader)
    {
        var accessors = ImmutableArray.CreateBuilder<Accessor>();
        while (reader.Current == '.' && char.IsAsciiLetter(reader.Peek(1)))
        {
            var position = reader.Position;
            reader.Index++;
            var name = reader.TakeWhile(Characters.ContinuesIdentifier);
            accessors.Add(reader.Current == '(' ? Method(reader, name, position) : new PropertyAccessor(name, position));
        }

        return reader.Current == '[' ? throw reader.NotSupported("An index in brackets") : accessors.ToImmutable();
    }

    private static MethodAccessor Method(TemplateReader reader, string name, TemplatePosition position)
    {
        reader.Enter();
        reader.Index++;
        reader.SkipWhiteSpace();
        var arguments = ImmutableArray<Expression>.Empty;
        if (reader.Current != ')')
        {
            arguments = OperandParser.Parameters(reader);
        }

        reader.Take(")", $"the arguments of {name}");
        reader.Leave();
        return new(name, arguments, position);
    }
}
