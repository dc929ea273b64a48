using System.Xml;
using Engagement.Definitions.Announcements;

namespace Engagement.Definitions.Reminders;

/// <summary>A date of each customer, and the messages that come before it.</summary>
public sealed record Reminder
{
    /// <summary>1 to 40 letters, digits, <c>_</c> and <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it reminds of, for readers of the file; null when it says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The user attribute that holds the date, as an instant in UTC.</summary>
    public required string Date { get; init; }

    /// <summary>How long before the date a message comes, each once, the longest first; at least one. A day is 24 hours.</summary>
    public required IReadOnlyList<TimeSpan> Before { get; init; }

    /// <summary>Name of the message template.</summary>
    public required string Template { get; init; }

    /// <summary>Name of the segment of customers who are reminded; null for each customer who has the date.</summary>
    public string? Segment { get; init; }

    /// <summary>
    /// The topic from which customers unsubscribe; null for <see cref="Topics.Topic.Reminders"/>. Platforms without topics pass over it.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>Customers who fit one of these are not reminded. Empty: every customer is.</summary>
    public IReadOnlyList<CampaignCondition> SkipIf { get; init; } = [];

    /// <summary>When a message may come, in the customer's zone; null for day and night.</summary>
    public AllowedHours? Between { get; init; }

    /// <summary>
    /// The name of one of its messages, such as <c>P30D</c>, <c>PT2H</c>: the same for equal lengths, however the file writes them.
    /// </summary>
    public static string NameOf(TimeSpan before) => XmlConvert.ToString(before);
}
