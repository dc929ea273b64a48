using System.Text.Json;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>
/// Reads what a field's list asks of a leaf: values, and the operators <c>prefix</c>, <c>exists</c> and <c>anything-but</c>.
/// </summary>
internal sealed class MatcherReader(PatternTokens tokens)
{
    private const string OneKey = "Only one key allowed in match expression";

    /// <summary>The list whose bracket was read.</summary>
    /// <exception cref="FormatException">An element is none that EventBridge knows, or one that this cloud does not have.</exception>
    public IReadOnlyList<Matcher> List()
    {
        var list = new List<Matcher>();
        while (tokens.Next().Kind != JsonTokenType.EndArray)
        {
            list.Add(tokens.Current.Kind switch
            {
                JsonTokenType.StartObject => Expression(),
                JsonTokenType.StartArray => throw tokens.Invalid("Match value must be String, number, true, false, or null"),
                _ => Matcher.Equal(tokens.Current),
            });
        }

        return list.Count > 0 ? list : throw tokens.Invalid("Empty arrays are not allowed");
    }

    private Matcher Expression()
    {
        if (tokens.Next().Kind != JsonTokenType.PropertyName)
        {
            throw tokens.Invalid("Match expression name not found");
        }

        var name = tokens.Text;
        return name switch
        {
            "prefix" => Closed(Prefix()),
            "exists" => Closed(Existence()),
            "anything-but" => AnythingBut(),
            "cidr" or "equals-ignore-case" or "exactly" or "numeric" or "suffix" or "wildcard" => throw NotSupported(name),
            _ => throw tokens.Invalid($"Unrecognized match type {name}"),
        };
    }

    private Matcher Closed(Matcher matcher, string otherwise = OneKey) =>
        tokens.Next().Kind == JsonTokenType.EndObject ? matcher : throw tokens.Invalid(otherwise);

    private Matcher Existence() => tokens.Next().Kind switch
    {
        JsonTokenType.True => Matcher.Exists,
        JsonTokenType.False => Matcher.Missing,
        _ => throw tokens.Invalid("exists match pattern must be either true or false."),
    };

    private Matcher Prefix()
    {
        var next = tokens.Next();
        var expected = next.IsText ? tokens.Text
            : throw (
                next.Kind == JsonTokenType.StartObject
                    ? NotSupported("prefix with an object")
                    : tokens.Invalid("prefix match pattern must be a string"));
        return Matcher.OfText(value => value.StartsWith(expected, StringComparison.Ordinal));
    }

    private Matcher AnythingBut() => tokens.Next().Kind == JsonTokenType.StartObject
        ? throw NotSupported("anything-but with an object")
        : Closed(Matcher.None(ValuesExcluded()), "Too many elements in numeric expression");

    private List<Matcher> ValuesExcluded()
    {
        if (!tokens.Current.IsText && !tokens.Current.IsNumber && tokens.Current.Kind != JsonTokenType.StartArray)
        {
            throw tokens.Invalid("Value of anything-but must be an array or single string/number value.");
        }

        if (tokens.Current.Kind != JsonTokenType.StartArray)
        {
            return [Comparable(tokens.Current)];
        }

        var (values, kinds) = (new List<Matcher>(), new HashSet<JsonTokenType>());
        while (tokens.Next().Kind != JsonTokenType.EndArray)
        {
            values.Add(tokens.Current.IsText || tokens.Current.IsNumber
                ? Comparable(tokens.Current)
                : throw tokens.InvalidInList("Inside anything but list, start|null|boolean is not supported."));
            kinds.Add(tokens.Current.Kind);
        }

        return kinds.Count == 1
            ? values
            : throw tokens.Invalid("Inside anything but list, either all values are number or string, mixed type is not supported");
    }

    private Matcher Comparable(PatternToken value) => !value.IsNumber || ComparableNumber.Read(value.Text) is not null
        ? Matcher.Equal(value)
        : throw tokens.Invalid($"Cannot compare number : {value.Text}");

    private FormatException NotSupported(string what) =>
        tokens.Invalid(
            $"The operator {what} is not supported by this local cloud, which knows values, prefix, exists, anything-but and $or");
}
