namespace Engagement.Local.EventBridge.Schedules;

/// <summary>When a rule's scheduled events occur.</summary>
internal interface ISchedule
{
    /// <summary>The first occurrence after an instant, on the second in UTC; null where there is none any more.</summary>
    DateTimeOffset? Next(DateTimeOffset after);
}
