using System.Globalization;
using System.Xml;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;

namespace Engagement.Local.Plans.Comparison;

/// <summary>What journeys say, in words of Markdown that go into a sentence.</summary>
internal static class JourneyWords
{
    /// <summary>A duration as definitions write it.</summary>
    public static string Time(TimeSpan time) => Markdown.Code(XmlConvert.ToString(time));

    /// <summary>A number of messages.</summary>
    public static string Messages(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "message" : "messages")}");

    /// <summary>How often a customer enters.</summary>
    public static string Again(TimeSpan again) =>
        again == Journey.Never ? "once" : again == TimeSpan.Zero ? "with each event" : $"again after {Time(again)} at the earliest";

    /// <summary>The same as the file says it.</summary>
    public static string AgainKey(TimeSpan again) => Markdown.Code(
        $"again: {(again == Journey.Never ? "never" : again == TimeSpan.Zero ? "always" : XmlConvert.ToString(again))}");

    /// <summary>Which customers enter.</summary>
    public static string Segment(string? segment) =>
        segment is null ? "all customers" : $"only customers of the segment {Markdown.Code(segment)}";

    /// <summary>When messages come.</summary>
    public static string Between(AllowedHours? between) =>
        between is { } hours ? $"from {Hour(hours.FromMinute)} to {Hour(hours.ToMinute)} in the customer's zone" : "day and night";

    /// <summary>Which events of the type let a customer in.</summary>
    public static string Where(IReadOnlyList<SegmentCondition> where) =>
        where.Count == 0 ? "whatever it says" : $"where {string.Join(" and ", where.Select(Condition))}";

    /// <summary>Which customers get no message: an item for each attribute and value.</summary>
    public static IEnumerable<string> SkipIf(IEnumerable<CampaignCondition> skipIf) => skipIf.SelectMany(condition =>
        condition.Values.Select(value => $"{Markdown.Code(condition.Attribute)} is {Markdown.Code(value)}"));

    /// <summary>How many messages come at most.</summary>
    public static string Limit(MessageLimit? limit) =>
        limit is null ? "any number of messages" : $"at most {Messages(limit.Messages)} within {Time(limit.Per)}";

    private static string Condition(SegmentCondition condition) =>
        $"{Markdown.Code(condition.Name ?? "")} {Comparison(condition.Operator)} "
            + string.Join(", ", condition.Values.Select(Markdown.Code));

    private static string Comparison(SegmentOperator comparison) => comparison switch
    {
        SegmentOperator.In => "is one of",
        SegmentOperator.NotIn => "is none of",
        SegmentOperator.Contains => "contains",
        SegmentOperator.Equal => "is",
        SegmentOperator.MoreThan => "is more than",
        SegmentOperator.AtLeast => "is at least",
        SegmentOperator.LessThan => "is less than",
        SegmentOperator.AtMost => "is at most",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "No condition on events compares like this."),
    };

    private static string Hour(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
