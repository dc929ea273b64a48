using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>The functions of condition expressions, and the rules for the operands of functions and operators.</summary>
internal sealed class ConditionFunctions(TokenReader tokens)
{
    private const string WrongType = "Incorrect operand type for operator or function;";

    private static readonly Dictionary<string, int> Operands = new(StringComparer.Ordinal)
    {
        ["attribute_exists"] = 1,
        ["attribute_not_exists"] = 1,
        ["attribute_type"] = 2,
        ["begins_with"] = 2,
        ["contains"] = 2,
        ["size"] = 1,
    };

    private static readonly string[] Types = ["B", "NULL", "SS", "BOOL", "L", "BS", "N", "NS", "S", "M"];

    /// <summary>What a call means; something else where problems were noted.</summary>
    public Term Read(string name, ImmutableArray<Operand> arguments)
    {
        if (!Operands.TryGetValue(name, out var expected))
        {
            tokens.Note(Problem.FunctionName, $"Invalid function name; function: {name}");
        }
        else if (arguments.Length != expected)
        {
            tokens.Note(
                Problem.OperandCount,
                $"Incorrect number of operands for operator or function; operator or function: {name}, number of operands: "
                    + $"{arguments.Length}");
        }
        else
        {
            CheckDistinct(name, arguments);
            return Call(name, arguments);
        }

        return name == "size" ? new(new SizeOperand(arguments[0])) : new(new ExistsCondition(new("", []), Exists: true));
    }

    /// <summary>Two operands must not be the same path.</summary>
    public void CheckDistinct(string name, ImmutableArray<Operand> operands)
    {
        if (operands is [PathOperand first, PathOperand second] && first.Path == second.Path)
        {
            tokens.Note(
                Problem.SameOperand,
                $"The first operand must be distinct from the remaining operands for this operator or function; operator: {name}, first "
                    + $"operand: {first.Path}");
        }
    }

    /// <summary>Values that are written into an expression must have an order where one is asked for.</summary>
    public void CheckOrdered(string comparison, params ReadOnlySpan<Operand> operands)
    {
        foreach (var operand in operands)
        {
            if (operand is ConstantOperand { Value: not (TextValue or NumberValue or BinaryValue) } constant)
            {
                tokens.Note(Problem.OperandType, $"{WrongType} operator: {comparison}, operand type: {constant.Type}");
            }
        }
    }

    /// <summary>The bounds of BETWEEN, where both are written into the expression.</summary>
    public void CheckBounds(Operand lower, Operand upper)
    {
        if (lower is not ConstantOperand least || upper is not ConstantOperand most)
        {
            return;
        }

        var problem = least.Type != most.Type ? "same data type for lower and upper bounds"
            : ScalarOrder.Instance.Compare(least.Value, most.Value) > 0 ? "upper bound to be greater than or equal to lower bound"
            : null;
        if (problem is not null)
        {
            tokens.Note(
                Problem.OperandType,
                $"The BETWEEN operator requires {problem}; lower bound operand: {Shown(least)}, upper bound operand: {Shown(most)}");
        }
    }

    private static string Shown(ConstantOperand operand) => $"AttributeValue: {{{operand.Type}:{operand.Value.Content()}}}";

    private Term Call(string name, ImmutableArray<Operand> arguments)
    {
        switch (name)
        {
            case "attribute_exists" or "attribute_not_exists":
                return new(new ExistsCondition(PathOf(name, arguments[0]), name == "attribute_exists"));
            case "attribute_type":
                return new(new TypeCondition(arguments[0], TypeName(arguments[1])));
            case "begins_with":
                Refuse(name, arguments, type => type is not ("S" or "B"));
                return new(new BeginsWithCondition(arguments[0], arguments[1]));
            case "contains":
                return new(new ContainsCondition(arguments[0], arguments[1]));
            default:
                Refuse(name, arguments, type => type is "N" or "BOOL" or "NULL");
                return new(new SizeOperand(arguments[0]));
        }
    }

    private DocumentPath PathOf(string function, Operand operand)
    {
        if (operand is PathOperand path)
        {
            return path.Path;
        }

        tokens.Note(Problem.OperandType, $"Operator or function requires a document path; operator or function: {function}");
        return new("", []);
    }

    private string TypeName(Operand operand)
    {
        if (operand is not ConstantOperand { Value: TextValue type })
        {
            tokens.Note(
                Problem.OperandType,
                $"{WrongType} operator or function: attribute_type, operand type: {operand.Type ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"}");
            return "";
        }

        if (!Types.Contains(type.Text))
        {
            tokens.Note(
                Problem.OperandType, $"Invalid attribute type name found; type: {type.Text}, valid types: {{{string.Join(',', Types)}}}");
        }

        return type.Text;
    }

    private void Refuse(string function, ImmutableArray<Operand> operands, Func<string, bool> refused)
    {
        if (operands.Select(operand => operand.Type).FirstOrDefault(type => type is not null && refused(type)) is { } bad)
        {
            tokens.Note(Problem.OperandType, $"{WrongType} operator or function: {function}, operand type: {bad}");
        }
    }
}
