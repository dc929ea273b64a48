using System.Globalization;
using Engagement.Definitions.Segments;

namespace Engagement.Segments;

/// <summary>Why a member fits a condition, or does not.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Found">What the member has of what the condition looks at; none when there is no such thing.</param>
/// <param name="Fits">Whether the member fits it.</param>
public sealed record ConditionVerdict(SegmentCondition Condition, IReadOnlyList<string> Found, bool Fits)
{
    /// <summary>Judges a member by each condition; <see cref="SegmentMembership"/> asks for all of them.</summary>
    public static IReadOnlyList<ConditionVerdict> Judge<TMember>(IReadOnlyList<SegmentCondition> conditions, TMember member)
        where TMember : ISegmentMember =>
    [
        .. conditions.Select(condition =>
            new ConditionVerdict(condition, FoundBy(condition, member), SegmentMembership.Create<TMember>([condition])(member))),
    ];

    private static IReadOnlyList<string> FoundBy<TMember>(SegmentCondition condition, TMember member)
        where TMember : ISegmentMember => condition.Subject switch
        {
            SegmentSubject.UserAttribute => member.UserAttribute(condition.Name!) ?? UserId(condition, member),
            SegmentSubject.Attribute => member.Attribute(condition.Name!) ?? [],
            SegmentSubject.Metric => One(member.Metric(condition.Name!)?.ToString(CultureInfo.InvariantCulture)),
            SegmentSubject.Country => One(member.Country),
            SegmentSubject.Channel => One(member.Channel),
            SegmentSubject.Platform => One(member.Platform),
            SegmentSubject.Make => One(member.Make),
            SegmentSubject.Model => One(member.Model),
            SegmentSubject.AppVersion => One(member.AppVersion),
            _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.Subject, "No member has such a subject."),
        };

    private static IReadOnlyList<string> UserId<TMember>(SegmentCondition condition, TMember member)
        where TMember : ISegmentMember => condition.Name == SegmentMembership.UserId ? One(member.UserId) : [];

    private static IReadOnlyList<string> One(string? value) => value is null ? [] : [value];
}
