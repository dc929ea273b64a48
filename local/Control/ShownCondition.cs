using System.Text.Json;
using Engagement.Segments;

namespace Engagement.Local.Control;

/// <summary>A condition of a segment, and what an endpoint has of what it looks at.</summary>
/// <param name="Subject">What it looks at, such as <c>userAttribute</c> or <c>country</c>.</param>
/// <param name="Name">The attribute's or metric's name; null for the other subjects.</param>
/// <param name="Operator">How it compares, as the file writes it: such as <c>in</c> or <c>atLeast</c>.</param>
/// <param name="Values">What it compares with.</param>
/// <param name="Found">What the endpoint has; nothing when there is no such thing.</param>
/// <param name="Fits">Whether the endpoint fits it.</param>
internal sealed record ShownCondition(
    string Subject, string? Name, string Operator, IReadOnlyList<string> Values, IReadOnlyList<string> Found, bool Fits)
{
    public static ShownCondition From(ConditionVerdict verdict) => new(
        JsonNamingPolicy.CamelCase.ConvertName(verdict.Condition.Subject.ToString()),
        verdict.Condition.Name,
        JsonNamingPolicy.CamelCase.ConvertName(verdict.Condition.Operator.ToString()),
        verdict.Condition.Values,
        verdict.Found,
        verdict.Fits);
}
