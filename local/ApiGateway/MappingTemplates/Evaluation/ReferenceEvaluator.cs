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
        if (owner is not VelocityMap map || target.Accessors[^1] is not PropertyAccessor property)
        {
            throw new TemplateException(
                $"#set cannot change {target.Source}: it belongs to {TemplateValues.Describe(owner)}", target.Position);
        }

        map[property.Name] = value;
    }

    private object? Follow(ReferenceExpression reference, int steps)
    {
        var value = scope[reference.Name];
        foreach (var accessor in reference.Accessors.AsSpan()[..steps])
        {
            value = value is null ? null : Step(value, accessor);
        }

        return value;
    }

    private object? Step(object owner, Accessor accessor) => accessor is MethodAccessor method
        ? TemplateMembers.Call(owner, method.Name, [.. method.Arguments.Select(expressions.Value)], method.Position)
        : TemplateMembers.Property(owner, ((PropertyAccessor)accessor).Name, accessor.Position);
}
