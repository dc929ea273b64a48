using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Works out what expressions are worth.</summary>
internal sealed class ExpressionEvaluator
{
    private readonly Func<ImmutableArray<TemplateStatement>, string> render;

    public ExpressionEvaluator(Scope scope, Func<ImmutableArray<TemplateStatement>, string> render)
    {
        this.render = render;
        References = new(scope, this);
    }

    /// <summary>Works out what references are worth.</summary>
    public ReferenceEvaluator References { get; }

    /// <summary>The expression's value. A reference that leads nowhere is the empty text, as API Gateway has it.</summary>
    public object Value(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value,
        InterpolatedExpression text => render(text.Parts),
        ReferenceExpression reference => References.Value(reference) ?? "",
        ListExpression list => new VelocityList(list.Items.Select(Value)),
        _ => IsTrue(expression),
    };

    /// <summary>
    /// Whether a condition holds. A reference holds where it leads to anything but false, the empty text included. A text, number or list
    /// written into the condition never holds, as in Velocity 1.7.
    /// </summary>
    public bool IsTrue(Expression condition) => condition switch
    {
        ReferenceExpression reference => References.Value(reference) is { } value && value is not false,
        NotExpression not => !IsTrue(not.Operand),
        BinaryExpression { Operator: BinaryOperator.Or } either => IsTrue(either.Left) || IsTrue(either.Right),
        BinaryExpression { Operator: BinaryOperator.And } both => IsTrue(both.Left) && IsTrue(both.Right),
        BinaryExpression { Operator: BinaryOperator.Equal } same => TemplateValues.AreEqual(Value(same.Left), Value(same.Right)),
        BinaryExpression { Operator: BinaryOperator.NotEqual } other => !TemplateValues.AreEqual(Value(other.Left), Value(other.Right)),
        BinaryExpression order => Holds(order.Operator, Value(order.Left), Value(order.Right)),
        _ => condition is LiteralExpression { Value: true },
    };

    /// <summary>Only numbers have an order; anything else compares false, as in Velocity.</summary>
    private static bool Holds(BinaryOperator order, object left, object right) =>
        left is long first && right is long second && order switch
        {
            BinaryOperator.Less => first < second,
            BinaryOperator.LessOrEqual => first <= second,
            BinaryOperator.Greater => first > second,
            _ => first >= second,
        };
}
