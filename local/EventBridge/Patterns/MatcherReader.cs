using System.Text.Json;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>Reads what a field's list asks of a leaf: values and operators.</summary>
internal sealed class MatcherReader(PatternTokens tokens)
{
    private const string OneKey = "Only one key allowed in match expression";
    private const string TooMany = "Too many elements in numeric expression";
    private const string IgnoringCase = "equals-ignore-case";

    /// <summary>The list whose bracket was read.</summary>
    /// <exception cref="FormatException">An element is none that EventBridge knows.</exception>
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
            "exactly" => Closed(Matcher.OfText(TextTest("exact", "exactly"))),
            "prefix" or "suffix" => Affix(name),
            IgnoringCase or "wildcard" => Closed(Matcher.OfText(TextTest(name, name))),
            "exists" => Closed(Existence()),
            "cidr" => Closed(Matcher.OfText(IpRange.Parse(RequiredText("prefix")).Holds)),
            "numeric" => Numeric(),
            "anything-but" => AnythingBut(),
            _ => throw tokens.Invalid($"Unrecognized match type {name}"),
        };
    }

    private Matcher Closed(Matcher matcher, string otherwise = OneKey) => tokens.Next().Kind == JsonTokenType.EndObject ? matcher : throw tokens.Invalid(otherwise);

    private Matcher Existence() => tokens.Next().Kind switch
    {
        JsonTokenType.True => Matcher.Exists,
        JsonTokenType.False => Matcher.Missing,
        _ => throw tokens.Invalid("exists match pattern must be either true or false."),
    };

    private string RequiredText(string name) => tokens.Next().IsText ? tokens.Text : throw tokens.Invalid($"{name} match pattern must be a string");

    private Func<string, bool> TextTest(string shownName, string name) => TextTest(name, RequiredText(shownName), tokens.Invalid);

    private static Func<string, bool> TextTest(string name, string expected, Func<string, FormatException> invalid)
    {
        switch (name)
        {
            case "prefix":
                return value => value.StartsWith(expected, StringComparison.Ordinal);
            case "suffix":
                return value => value.EndsWith(expected, StringComparison.Ordinal);
            case "wildcard":
                var (wildcard, problem) = Wildcard.Read(expected);
                return wildcard is null ? throw invalid(problem!) : wildcard.Matches;
            default:
                var comparison = name == IgnoringCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
                return value => string.Equals(value, expected, comparison);
        }
    }

    /// <summary>A prefix or suffix, as it is or whatever its case.</summary>
    private Matcher Affix(string name)
    {
        if (tokens.Next().Kind != JsonTokenType.StartObject)
        {
            var expected = tokens.Current.IsText ? tokens.Text : throw tokens.Invalid($"{name} match pattern must be a string");
            return Closed(Matcher.OfText(TextTest(name, expected, tokens.Invalid)));
        }

        if (tokens.Next().Kind != JsonTokenType.PropertyName)
        {
            throw tokens.Invalid($"{(name == "prefix" ? "Prefix" : "Suffix")} expression name not found");
        }

        var text = tokens.Text == IgnoringCase ? RequiredText(IgnoringCase) : throw tokens.Invalid($"Unsupported {name} pattern: {tokens.Text}");
        return Closed(Closed(Matcher.OfText(value => name == "prefix"
            ? value.StartsWith(text, StringComparison.OrdinalIgnoreCase)
            : value.EndsWith(text, StringComparison.OrdinalIgnoreCase))));
    }

    private Matcher Numeric()
    {
        if (tokens.Next().Kind != JsonTokenType.StartArray)
        {
            throw tokens.Invalid("Value of numeric must be an array.");
        }

        var name = tokens.Next().IsText ? tokens.Text : throw tokens.Invalid($"Invalid member in numeric match: {tokens.Text}");
        tokens.Next();
        if (name is not ("=" or "<" or "<=" or ">" or ">="))
        {
            throw tokens.Invalid($"Unrecognized numeric range operator: {name}");
        }

        var bound = Bound(name == "=" ? "equals" : name);
        if (tokens.Next().Kind == JsonTokenType.EndArray)
        {
            return Closed(Matcher.OfNumber(value => Compares(value, name, bound)), TooMany);
        }

        return name is ">" or ">=" ? Between(name, bound) : throw tokens.Invalid(TooMany);
    }

    private Matcher Between(string lower, double bottom)
    {
        var name = tokens.Current.IsText ? tokens.Text : throw tokens.Invalid($"Bad value in numeric range: {tokens.Text}");
        if (name is not ("<" or "<="))
        {
            throw tokens.Invalid($"Bad numeric range operator: {name}");
        }

        tokens.Next();
        var top = Bound(name);
        if (tokens.Next().Kind != JsonTokenType.EndArray)
        {
            throw tokens.Invalid("Too many terms in numeric range expression");
        }

        return bottom < top
            ? Closed(Matcher.OfNumber(value => Compares(value, lower, bottom) && Compares(value, name, top)), TooMany)
            : throw tokens.Invalid("Bottom must be less than top");
    }

    private double Bound(string name)
    {
        var digits = tokens.Current.IsNumber ? tokens.Text : throw tokens.Invalid($"Value of {name} must be numeric");
        return ComparableNumber.Read(digits) ?? throw tokens.Invalid($"Cannot compare number : {digits}");
    }

    private static bool Compares(double value, string name, double bound) => name switch
    {
        "<" => value < bound,
        "<=" => value <= bound,
        ">" => value > bound,
        ">=" => value >= bound,
        _ => value == bound,
    };

    private Matcher AnythingBut()
    {
        if (tokens.Next().Kind != JsonTokenType.StartObject)
        {
            return Closed(Matcher.None(ValuesExcluded()), TooMany);
        }

        if (tokens.Next().Kind != JsonTokenType.PropertyName)
        {
            throw tokens.Invalid("Anything-But expression name not found");
        }

        var name = tokens.Text;
        if (name is not (IgnoringCase or "prefix" or "suffix" or "wildcard"))
        {
            throw tokens.Invalid($"Unsupported anything-but pattern: {name}");
        }

        tokens.Next();
        return Closed(Closed(Matcher.None(TextsExcluded(name)), TooMany), TooMany);
    }

    private List<Matcher> ValuesExcluded()
    {
        DemandValueOrList();
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

        return kinds.Count == 1 ? values : throw tokens.Invalid("Inside anything but list, either all values are number or string, mixed type is not supported");
    }

    private Matcher Comparable(PatternToken value) => !value.IsNumber || ComparableNumber.Read(value.Text) is not null
        ? Matcher.Equal(value)
        : throw tokens.Invalid($"Cannot compare number : {value.Text}");

    private List<Matcher> TextsExcluded(string name)
    {
        DemandValueOrList();
        if (tokens.Current.Kind != JsonTokenType.StartArray)
        {
            return [TextExcluded(name, tokens.Invalid)];
        }

        var texts = new List<Matcher>();
        while (tokens.Next().Kind != JsonTokenType.EndArray)
        {
            texts.Add(TextExcluded(name, tokens.InvalidInList));
        }

        return texts;
    }

    private Matcher TextExcluded(string name, Func<string, FormatException> invalid)
    {
        if (!tokens.Current.IsText)
        {
            throw invalid(name switch
            {
                IgnoringCase => "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
                "wildcard" => "wildcard match pattern must be a string",
                _ => "prefix/suffix match pattern must be a string",
            });
        }

        var text = tokens.Text;
        return text.Length > 0 || name is not ("prefix" or "suffix")
            ? Matcher.OfText(TextTest(name, text, tokens.Invalid))
            : throw invalid("Null prefix/suffix not allowed");
    }

    private void DemandValueOrList()
    {
        if (!tokens.Current.IsText && !tokens.Current.IsNumber && tokens.Current.Kind != JsonTokenType.StartArray)
        {
            throw tokens.Invalid("Value of anything-but must be an array or single string/number value.");
        }
    }
}
