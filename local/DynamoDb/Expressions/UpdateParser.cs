using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>What an update expression does.</summary>
/// <param name="Actions">Its changes, in the order in which they are written.</param>
/// <param name="Paths">Every path in it.</param>
internal sealed record Update(IReadOnlyList<UpdateAction> Actions, IReadOnlyList<DocumentPath> Paths)
{
    public static Update None { get; } = new([], []);
}

/// <summary>Reads update expressions: <c>SET</c>, <c>REMOVE</c>, <c>ADD</c> and <c>DELETE</c>, each at most once.</summary>
internal sealed class UpdateParser
{
    private const string Kind = "UpdateExpression";

    private readonly TokenReader tokens;
    private readonly Placeholders placeholders;
    private readonly PathParser paths;

    private UpdateParser(TokenReader tokens, Placeholders placeholders) =>
        (this.tokens, this.placeholders, paths) = (tokens, placeholders, new(tokens, placeholders));

    /// <summary>The changes that an expression states; none where there is no expression.</summary>
    /// <exception cref="Aws.AwsException">The expression is malformed, or changes something twice.</exception>
    public static Update Parse(string? text, Placeholders placeholders)
    {
        if (text is null)
        {
            return Update.None;
        }

        var tokens = new TokenReader(Kind, text, Problems.OfUpdates);
        var parser = new UpdateParser(tokens, placeholders);
        var actions = parser.Sections();
        tokens.Finish();
        return new(actions, parser.paths.All);
    }

    private List<UpdateAction> Sections()
    {
        var actions = new List<UpdateAction>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!tokens.AtEnd)
        {
            var section = tokens.Current.Text.ToUpperInvariant();
            Func<UpdateAction> read = section switch
            {
                "SET" => Set,
                "REMOVE" => () => new RemoveAction(paths.ReadTarget()),
                "ADD" => Add,
                "DELETE" => Delete,
                _ => throw tokens.SyntaxError(),
            };
            tokens.Take();
            do
            {
                actions.Add(read());
            }
            while (tokens.TryTake(","));
            if (!seen.Add(section))
            {
                tokens.Note(Problem.Section, $"The \"{section}\" section can only be used once in an update expression;");
            }
        }

        return actions;
    }

    private SetAction Set()
    {
        var path = paths.ReadTarget();
        tokens.Demand("=");
        return new(path, Value());
    }

    private UpdateValue Value()
    {
        var value = Operand();
        return tokens.TryTake("+") ? Arithmetic("+", value, Operand())
            : tokens.TryTake("-") ? Arithmetic("-", value, Operand())
            : value;
    }

    private ArithmeticValue Arithmetic(string sign, UpdateValue left, UpdateValue right)
    {
        DemandType(sign, "N", left, right);
        return new(left, sign == "+", right);
    }

    private UpdateValue Operand()
    {
        tokens.Deepen();
        if (tokens.TryTake("("))
        {
            var inner = Value();
            tokens.Demand(")");
            return inner;
        }

        return tokens.Current.Kind == TokenKind.ValuePlaceholder ? new ConstantValue(placeholders.Value(tokens))
            : tokens.Current.Kind == TokenKind.Word && tokens.Following.Is("(") ? Function()
            : new PathValue(paths.Read());
    }

    private UpdateValue Function()
    {
        var name = tokens.Take().Text;
        var arguments = Arguments();
        if (name is not ("if_not_exists" or "list_append"))
        {
            tokens.Note(Problem.FunctionName, $"Invalid function name; function: {name}");
        }
        else if (arguments.Length != 2)
        {
            tokens.Note(
                Problem.OperandCount,
                $"Incorrect number of operands for operator or function; operator or function: {name}, number of operands: "
                    + $"{arguments.Length}");
        }
        else
        {
            return name == "list_append" ? ListAppend(arguments[0], arguments[1]) : IfNotExists(arguments[0], arguments[1]);
        }

        return arguments[0];
    }

    private ImmutableArray<UpdateValue> Arguments()
    {
        tokens.Demand("(");
        var arguments = ImmutableArray.CreateBuilder<UpdateValue>();
        do
        {
            arguments.Add(Operand());
        }
        while (tokens.TryTake(","));
        tokens.Demand(")");
        if (arguments.Any(argument => argument is ListAppendValue))
        {
            tokens.Note(Problem.FunctionUse, "The function is not allowed to be used this way in an expression; function: list_append");
        }

        return arguments.ToImmutable();
    }

    private ListAppendValue ListAppend(UpdateValue first, UpdateValue second)
    {
        DemandType("list_append", "L", first, second);
        return new(first, second);
    }

    private UpdateValue IfNotExists(UpdateValue tested, UpdateValue otherwise)
    {
        if (tested is PathValue path)
        {
            return new IfNotExistsValue(path.Path, otherwise);
        }

        tokens.Note(Problem.OperandType, "Operator or function requires a document path; operator or function: if_not_exists");
        return otherwise;
    }

    private void DemandType(string function, string type, params ReadOnlySpan<UpdateValue> operands)
    {
        foreach (var operand in operands)
        {
            if (operand is ConstantValue constant && constant.Type != type)
            {
                tokens.Note(
                    Problem.OperandType,
                    $"Incorrect operand type for operator or function; operator or function: {function}, operand type: {constant.Type}");
            }
        }
    }

    private AddAction Add()
    {
        var path = paths.ReadTarget();
        var value = Constant();
        if (value is not (NumberValue or SetValue))
        {
            NoteType("ADD", value);
        }

        return new(path, value);
    }

    private DeleteAction Delete()
    {
        var path = paths.ReadTarget();
        var value = Constant();
        if (value is not SetValue)
        {
            NoteType("DELETE", value);
        }

        return new(path, value);
    }

    private AttributeValue Constant() =>
        tokens.Current.Kind == TokenKind.ValuePlaceholder ? placeholders.Value(tokens) : throw tokens.SyntaxError();

    // These two alone name types in words.
    private void NoteType(string section, AttributeValue value) =>
        tokens.Note(
            Problem.SectionOperand,
            $"Incorrect operand type for operator or function; operator: {section}, operand type: {value switch
            {
                TextValue => "STRING",
                NumberValue => "NUMBER",
                BinaryValue => "BINARY",
                BooleanValue => "BOOLEAN",
                ListValue => "LIST",
                MapValue => "MAP",
                _ => value.Type,
            }}");
}
