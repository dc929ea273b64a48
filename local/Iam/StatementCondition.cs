namespace Engagement.Local.Iam;

/// <summary>One key of a statement's <c>Condition</c>, with the values that it is compared with.</summary>
internal sealed record StatementCondition
{
    private const string IfExistsSuffix = "IfExists";

    public required ConditionOperator Operator { get; init; }

    /// <summary>Whether a request without the key passes.</summary>
    public required bool IfExists { get; init; }

    /// <summary>Such as <c>aws:SourceArn</c>; the case of letters does not matter.</summary>
    public required string Key { get; init; }

    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>A condition from its parts.</summary>
    /// <exception cref="FormatException">This cloud does not evaluate it, or AWS would refuse it.</exception>
    public static StatementCondition Read(string name, string key, IReadOnlyList<string> values, bool allows)
    {
        var ifExists = name.EndsWith(IfExistsSuffix, StringComparison.Ordinal);
        var bare = ifExists ? name[..^IfExistsSuffix.Length] : name;
        if (ConditionOperator.Find(bare) is not { } found || (ifExists && bare == ConditionOperator.Null))
        {
            throw new FormatException(
                $"condition operator '{name}' is not evaluated by this local cloud, which knows "
                    + $"{string.Join(", ", ConditionOperator.Names)}, and …{IfExistsSuffix}");
        }

        if (found.ComparesArns && values.FirstOrDefault(value => !ArnPattern.IsPattern(value)) is { } other)
        {
            throw new FormatException(
                $"condition {name} of {key} compares with '{other}', which is not an ARN of {ArnPattern.Parts} parts");
        }

        // A key that never has a value here can make a permission narrower than in AWS, which shows. It must not make anything wider, which
        // would not show.
        var narrows = allows && !ifExists && !found.Negated && bare != ConditionOperator.Null;
        return RequestContext.Knows(key) || narrows
            ? new() { Operator = found, IfExists = ifExists, Key = key, Values = values }
            : throw new FormatException(
                $"condition key '{key}' never has a value in this local cloud, so {name} of it would let through what AWS may not; keys "
                    + $"with values are {string.Join(", ", RequestContext.Keys)}");
    }

    /// <summary>Whether the request meets it.</summary>
    public bool IsMet(RequestContext request)
    {
        var actual = request.Value(Key);
        if (Operator.Name == ConditionOperator.Null)
        {
            return Values.Any(value => Operator.Matches(value, actual is null ? "true" : "false"));
        }

        return actual is null ? IfExists || Operator.Negated : Values.Any(value => Operator.Matches(value, actual)) != Operator.Negated;
    }
}
