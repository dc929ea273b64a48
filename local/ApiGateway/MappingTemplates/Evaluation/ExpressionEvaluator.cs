using System.Collections.Immutable;
using System.Numerics;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Works out what expressions are worth.</summary>
internal sealed class ExpressionEvaluator
{
    private readonly Func<ImmutableArray<Statement>, string> render;

    public ExpressionEvaluator(Scope scope, Func<ImmutableArray<Statement>, string> render)
    {
        this.render = render;
        References = new(scope, this);
    }

    /// <summary>Works out what references are worth.</summary>
    public ReferenceEvaluator References { get; }

    /// <summary>The expression's value. A reference that leads nowhere is the empty text, as API Gateway has it; null comes only from arithmetic.</summary>
    public object? Value(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value,
        InterpolatedExpression text => render(text.Parts),
        ReferenceExpression reference => References.Value(reference) ?? "",
        ListExpression list => new TemplateList(list.Items.Select(Value)),
        MapExpression map => Map(map),
        RangeExpression range => Range(range),
        NotExpression or BinaryExpression { Operator: <= BinaryOperator.GreaterOrEqual } => IsTrue(expression),
        BinaryExpression calculation => Arithmetic.Calculate(calculation, Value(calculation.Left), Value(calculation.Right)),
        _ => throw new TemplateException($"{expression.GetType().Name} has no value", expression.Position),
    };

    /// <summary>
    /// Whether a condition holds. A reference holds where it leads to anything but false, the empty text included; a text, number or list
    /// written into the condition never holds, nor does a sum: odd, but what Velocity 1.7 does.
    /// </summary>
    public bool IsTrue(Expression condition) => condition switch
    {
        ReferenceExpression reference => References.Value(reference) is { } value && value is not false,
        NotExpression not => !IsTrue(not.Operand),
        BinaryExpression { Operator: BinaryOperator.Or } either => IsTrue(either.Left) || IsTrue(either.Right),
        BinaryExpression { Operator: BinaryOperator.And } both => IsTrue(both.Left) && IsTrue(both.Right),
        BinaryExpression { Operator: BinaryOperator.Equal } same => Values.AreEqual(Value(same.Left), Value(same.Right)),
        BinaryExpression { Operator: BinaryOperator.NotEqual } other => !Values.AreEqual(Value(other.Left), Value(other.Right)),
        BinaryExpression { Operator: <= BinaryOperator.GreaterOrEqual } order => Holds(order.Operator, Value(order.Left), Value(order.Right)),
        _ => condition is LiteralExpression { Value: true },
    };

    /// <summary>Only numbers have an order; anything else compares false, as in Velocity.</summary>
    private static bool Holds(BinaryOperator order, object? left, object? right) =>
        left is BigInteger or double && right is BigInteger or double && order switch
        {
            BinaryOperator.Less => Arithmetic.Compare(left, right) < 0,
            BinaryOperator.LessOrEqual => Arithmetic.Compare(left, right) <= 0,
            BinaryOperator.Greater => Arithmetic.Compare(left, right) > 0,
            _ => Arithmetic.Compare(left, right) >= 0,
        };

    private TemplateMap Map(MapExpression expression)
    {
        var map = new TemplateMap();
        foreach (var (key, value) in expression.Entries)
        {
            map[Value(key) ?? ""] = Value(value);
        }

        return map;
    }

    private TemplateList Range(RangeExpression range)
    {
        if (Value(range.First) is not BigInteger first || Value(range.Last) is not BigInteger last)
        {
            throw new TemplateException("A range needs whole numbers at both ends", range.Position);
        }

        var count = BigInteger.Abs(last - first) + 1;
        if (count > TemplateLimits.Iterations)
        {
            throw new TemplateException($"The range has {count} numbers; API Gateway allows {TemplateLimits.Iterations} rounds", range.Position);
        }

        var step = first <= last ? BigInteger.One : BigInteger.MinusOne;
        return new(Enumerable.Range(0, (int)count).Select(index => (object?)(first + (index * step))));
    }
}
