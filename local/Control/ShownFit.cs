using Engagement.Segments;

namespace Engagement.Local.Control;

/// <summary>Whether an endpoint fits the conditions of a segment.</summary>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Conditions">Each condition, with the values that it looks at.</param>
internal sealed record ShownFit(string EndpointId, IReadOnlyList<ShownCondition> Conditions)
{
    /// <summary>Whether it fits all of them.</summary>
    public bool IsIn => Conditions.All(condition => condition.Fits);

    public static ShownFit From(string endpointId, IReadOnlyList<ConditionVerdict> verdicts) =>
        new(endpointId, [.. verdicts.Select(ShownCondition.From)]);
}
