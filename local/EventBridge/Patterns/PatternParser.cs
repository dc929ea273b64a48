using System.Text.Json;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>Reads event patterns as aws/event-ruler does, which EventBridge runs on: what comes first is told first.</summary>
internal sealed class PatternParser
{
    private const string Or = "$or";

    // Combinations that one pattern may have, by the user guide.
    private const int MostAlternatives = 1000;

    // Keys that $or leaves for operators, also for those that are not there yet.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr", "=", "<", "<=", ">",
        ">=", "regex", "not-wildcard",
        "not-equals-ignore-case", "date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range",
        "ip-address-in-range", "ip-address-not-in-range",
    };

    private readonly PatternTokens tokens;
    private readonly MatcherReader matchers;

    private PatternParser(PatternTokens tokens) => (this.tokens, matchers) = (tokens, new(tokens));

    /// <exception cref="FormatException">The pattern is malformed.</exception>
    public static IReadOnlyList<Alternative> Parse(string json)
    {
        var parser = new PatternParser(new(json));
        var alternatives = parser.tokens.Next().Kind == JsonTokenType.StartObject
            ? parser.Fields([Alternative.Everything], "", insideOr: false)
            : throw parser.tokens.Invalid("Filter is not an object");
        parser.tokens.End();
        return alternatives;
    }

    private IReadOnlyList<Alternative> Fields(IReadOnlyList<Alternative> alternatives, string prefix, bool insideOr)
    {
        if (tokens.Next().Kind == JsonTokenType.EndObject)
        {
            throw tokens.Invalid("Empty objects are not allowed");
        }

        do
        {
            alternatives = Field(alternatives, prefix, insideOr);
        }
        while (tokens.Next().Kind != JsonTokenType.EndObject);
        return alternatives;
    }

    private IReadOnlyList<Alternative> Field(IReadOnlyList<Alternative> alternatives, string prefix, bool insideOr)
    {
        var name = tokens.Text;
        if (name == Or)
        {
            return Either(alternatives, prefix);
        }

        if (insideOr && Reserved.Contains(name))
        {
            throw tokens.Invalid($"{name} is Ruler reserved fieldName which cannot be used inside {Or}.");
        }

        var path = prefix.Length == 0 ? name : $"{prefix}.{name}";
        return tokens.Next().Kind switch
        {
            JsonTokenType.StartObject => Fields(alternatives, path, insideOr),
            JsonTokenType.StartArray when matchers.List() is var list =>
                [.. alternatives.Select(alternative => alternative.With(path, list))],
            _ => throw tokens.Invalid($"\"{name}\" must be an object or an array"),
        };
    }

    private List<Alternative> Either(IReadOnlyList<Alternative> alternatives, string prefix)
    {
        if (tokens.Next().Kind != JsonTokenType.StartArray)
        {
            throw tokens.Invalid($"It must be an Array followed with {Or}.");
        }

        var (either, count) = (new List<Alternative>(), 0);
        for (; tokens.Next().Kind != JsonTokenType.EndArray; count++)
        {
            either.AddRange(tokens.Current.Kind == JsonTokenType.StartObject
                ? Fields(alternatives, prefix, insideOr: true)
                : throw tokens.Invalid($"Only JSON object is allowed in array of {Or} relationship."));
            if (either.Count > MostAlternatives)
            {
                throw tokens.Invalid($"{Or} makes more than {MostAlternatives} combinations");
            }
        }

        return count >= 2 ? either : throw tokens.Invalid($"There must have at least 2 Objects in {Or} relationship.");
    }
}
