using Engagement.Local.Aws;
namespace Engagement.Local.Iam;

/// <summary>How a condition compares a value that the policy names with the request's.</summary>
/// <param name="Name">As policies write it, without <c>IfExists</c>.</param>
/// <param name="Negated">Whether none of the policy's values may match, instead of one having to.</param>
/// <param name="Matches">Compares the policy's value, first, with the request's.</param>
internal sealed record ConditionOperator(string Name, bool Negated, Func<string, string, bool> Matches)
{
    /// <summary>Asks whether the request has the key at all, whatever its value.</summary>
    public const string Null = "Null";

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
    private static readonly Dictionary<string, ConditionOperator> All = new ConditionOperator[]
    {
        new("StringEquals", false, string.Equals),
        new("StringNotEquals", true, string.Equals),
        new("StringEqualsIgnoreCase", false, EqualIgnoringCase),
        new("StringNotEqualsIgnoreCase", true, EqualIgnoringCase),
        new("StringLike", false, Like),
        new("StringNotLike", true, Like),
        // AWS treats the two alike.
        new("ArnEquals", false, ArnLike),
        new("ArnLike", false, ArnLike),
        new("ArnNotEquals", true, ArnLike),
        new("ArnNotLike", true, ArnLike),
        new("Bool", false, EqualIgnoringCase),
        new(Null, false, EqualIgnoringCase),
    }.ToDictionary(op => op.Name, StringComparer.Ordinal);

    /// <summary>All that this cloud evaluates.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Whether its values are ARNs.</summary>
    public bool ComparesArns => Matches == ArnLike;

    /// <summary>The operator of that name, or null.</summary>
    public static ConditionOperator? Find(string name) => All.GetValueOrDefault(name);

    private static bool EqualIgnoringCase(string expected, string actual) =>
        string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase);

    private static bool Like(string expected, string actual) => Wildcard.Matches(expected, actual);

    // Part by part, so that a wildcard does not reach over a colon into the next.
    private static bool ArnLike(string expected, string actual) =>
        actual.Split(':', ArnPattern.Parts) is { Length: ArnPattern.Parts } parts
        && expected.Split(':', ArnPattern.Parts).Zip(parts).All(pair => Wildcard.Matches(pair.First, pair.Second));
}
