using System.Numerics;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Follows references to their values, and puts values where references point.</summary>
internal sealed class ReferenceEvaluator(Scope scope, ExpressionEvaluator expressions)
{
    /// <summary>The value that the reference leads to, or null where it leads nowhere.</summary>
    public object? Value(ReferenceExpression reference) => Follow(reference, reference.Accessors.Length);

    /// <summary>Puts a value where the reference points.</summary>
    /// <exception cref="TemplateException">It points at what cannot be set.</exception>
    public void Assign(ReferenceExpression target, object value)
    {
        if (target.Accessors.IsEmpty)
        {
            scope[target.Name] = value;
            return;
        }

        var owner = Follow(target, target.Accessors.Length - 1);
        switch (owner, target.Accessors[^1])
        {
            case (TemplateMap map, PropertyAccessor property):
                map[property.Name] = value;
                return;
            case (TemplateMap map, IndexAccessor index):
                map[expressions.Value(index.Key) ?? ""] = value;
                return;
            case (TemplateList list, IndexAccessor index):
                list[Position(list, index)] = value;
                return;
            default:
                throw new TemplateException($"#set cannot change {target.Source}: it belongs to {Values.Describe(owner)}", target.Position);
        }
    }

    private object? Follow(ReferenceExpression reference, int steps)
    {
        var value = scope[reference.Name];
        foreach (var accessor in reference.Accessors.AsSpan()[..steps])
        {
            if (value is null)
            {
                return null;
            }

            value = Step(value, accessor);
        }

        return value;
    }

    private object? Step(object owner, Accessor accessor) => accessor switch
    {
        PropertyAccessor property => Members.Property(owner, property.Name, property.Position),
        MethodAccessor method => Members.Call(owner, method.Name, [.. method.Arguments.Select(expressions.Value)], method.Position),
        IndexAccessor index => At(owner, index),
        _ => throw new TemplateException($"{accessor.GetType().Name} leads nowhere", accessor.Position),
    };

    private object? At(object owner, IndexAccessor index) => owner switch
    {
        TemplateList list => list[Position(list, index)],
        TemplateMap map => map.GetValueOrDefault(expressions.Value(index.Key) ?? ""),
        _ => throw new TemplateException($"There is no [] on {Values.Describe(owner)}", index.Position),
    };

    /// <summary>A negative index counts from the end.</summary>
    private int Position(TemplateList list, IndexAccessor index)
    {
        if (expressions.Value(index.Key) is not BigInteger asked)
        {
            throw new TemplateException("A list's index is a whole number", index.Position);
        }

        var position = asked.Sign < 0 ? asked + list.Count : asked;
        return position >= 0 && position < list.Count
            ? (int)position
            : throw new TemplateException($"Index {asked} is outside a list of {list.Count}", index.Position);
    }
}
