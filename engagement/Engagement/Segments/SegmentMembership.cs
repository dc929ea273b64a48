using Engagement.Definitions.Segments;

namespace Engagement.Segments;

/// <summary>Turns the conditions of a segment into one question that is quick to ask of each customer, and allocates nothing.</summary>
public static class SegmentMembership
{
    /// <summary>The user attribute that stands for the user's id where the user has no attribute of that name.</summary>
    public const string UserId = "UserId";

    /// <summary>Whether a member fits all conditions; without any, everyone does.</summary>
    public static Predicate<TMember> Create<TMember>(IReadOnlyList<SegmentCondition> conditions)
        where TMember : ISegmentMember
    {
        Predicate<TMember>[] criteria = [.. conditions.Select(Criterion<TMember>)];
        return member =>
        {
            foreach (var fits in criteria)
            {
                if (!fits(member))
                {
                    return false;
                }
            }

            return true;
        };
    }

    private static Predicate<TMember> Criterion<TMember>(SegmentCondition condition)
        where TMember : ISegmentMember
    {
        if (condition.Subject == SegmentSubject.Metric)
        {
            var number = NumberComparison.Create(condition.Operator, condition.Values);
            return member => number.Fits(member.Metric(condition.Name!));
        }

        var texts = TextComparison.Create(condition.Operator, condition.Values);
        return condition switch
        {
            { Subject: SegmentSubject.UserAttribute, Name: UserId } => member => FitsUserId(texts, member),
            { Subject: SegmentSubject.UserAttribute, Name: { } name } => member => texts.Fits(member.UserAttribute(name)),
            { Subject: SegmentSubject.Attribute, Name: { } name } => member => texts.Fits(member.Attribute(name)),
            { Subject: SegmentSubject.Country } => member => texts.Fits(member.Country),
            { Subject: SegmentSubject.Channel } => member => texts.Fits(member.Channel),
            { Subject: SegmentSubject.Platform } => member => texts.Fits(member.Platform),
            { Subject: SegmentSubject.Make } => member => texts.Fits(member.Make),
            { Subject: SegmentSubject.Model } => member => texts.Fits(member.Model),
            { Subject: SegmentSubject.AppVersion } => member => texts.Fits(member.AppVersion),
            _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.Subject, "No member has such a subject."),
        };
    }

    private static bool FitsUserId<TMember>(TextComparison texts, TMember member)
        where TMember : ISegmentMember =>
        member.UserAttribute(UserId) is { } values ? texts.Fits(values) : texts.Fits(member.UserId);
}
