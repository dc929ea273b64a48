using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>Reads update expressions: <c>SET</c>, <c>REMOVE</c>, <c>ADD</c> and <c>DELETE</c>, each at most once.</summary>
internal sealed class UpdateParser
{
    private readonly TokenReader tokens;
    private readonly Placeholders placeholders;
    private readonly PathParser paths;

    private UpdateParser(TokenReader tokens, Placeholders placeholders) => (this.tokens, this.placeholders, paths) = (tokens, placeholders, new(tokens, placeholders));

    /// <summary>The changes in the order in which they are to be made; none where there is no expression.</summary>
    /// <exception cref="Aws.AwsException">The expression is malformed, or changes something twice.</exception>
    public static IReadOnlyList<UpdateAction> Parse(string? text, Placeholders placeholders)
    {
        if (text is null)
        {
            return [];
        }

        var tokens = new TokenReader("UpdateExpression", text);
        var actions = new UpdateParser(tokens, placeholders).Sections();
        for (var i = 0; i < actions.Count; i++)
        {
            if (actions.Skip(i + 1).FirstOrDefault(other => other.Path.Overlaps(actions[i].Path)) is { } other)
            {
                throw tokens.Invalid($"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {actions[i].Path}, path two: {other.Path}");
            }
        }

        // Indices mean places in the list as it was, so the last goes first.
        return [.. actions.OrderBy(action => action is RemoveAction).ThenByDescending(action => action.Path.Steps.LastOrDefault().Index)];
    }

    private List<UpdateAction> Sections()
    {
        var actions = new List<UpdateAction>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (!tokens.AtEnd)
        {
            var section = tokens.Current;
            Func<UpdateAction> read = section.Text.ToUpperInvariant() switch
            {
                "SET" => Set,
                "REMOVE" => () => new RemoveAction(paths.Read()),
                "ADD" => Add,
                "DELETE" => Delete,
                _ => throw tokens.SyntaxError(),
            };
            if (!seen.Add(section.Text))
            {
                throw tokens.Invalid($"The \"{section.Text.ToUpperInvariant()}\" section can only be used once in an update expression;");
            }

            tokens.Take();
            do
            {
                actions.Add(read());
            }
            while (tokens.TryTake(","));
        }

        return actions;
    }

    private SetAction Set()
    {
        var path = paths.Read();
        tokens.Demand("=");
        var value = Value();
        return tokens.TryTake("+") ? new(path, new ArithmeticValue(value, true, Value()))
            : tokens.TryTake("-") ? new(path, new ArithmeticValue(value, false, Value()))
            : new(path, value);
    }

    private UpdateValue Value()
    {
        if (tokens.Current.Kind == TokenKind.ValuePlaceholder)
        {
            return new ConstantValue(placeholders.Value(tokens));
        }

        if (tokens.Current.Kind != TokenKind.Word || !tokens.Following.Is("("))
        {
            return new PathValue(paths.Read());
        }

        var function = tokens.Take().Text;
        tokens.Demand("(");
        var first = Value();
        tokens.Demand(",");
        var second = Value();
        tokens.Demand(")");
        return (function, first) switch
        {
            ("if_not_exists", PathValue path) => new IfNotExistsValue(path.Path, second),
            ("if_not_exists", _) => throw tokens.Invalid("Operator or function requires a document path; operator or function: if_not_exists"),
            ("list_append", _) => new ListAppendValue(first, second),
            _ => throw tokens.Invalid($"Invalid function name; function: {function}"),
        };
    }

    private AddAction Add()
    {
        var path = paths.Read();
        var value = Constant();
        return value is NumberValue or SetValue ? new(path, value) : throw WrongType("ADD", value);
    }

    private DeleteAction Delete()
    {
        var path = paths.Read();
        var value = Constant();
        return value is SetValue set ? new(path, set) : throw WrongType("DELETE", value);
    }

    private AttributeValue Constant() => tokens.Current.Kind == TokenKind.ValuePlaceholder ? placeholders.Value(tokens) : throw tokens.SyntaxError();

    private Aws.AwsException WrongType(string section, AttributeValue value) =>
        tokens.Invalid($"Incorrect operand type for operator or function; operator: {section}, operand type: {value.Type}");
}
