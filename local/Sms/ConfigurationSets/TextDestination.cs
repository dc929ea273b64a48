namespace Engagement.Local.Sms.ConfigurationSets;

/// <summary>Where a configuration set tells of its texts.</summary>
/// <param name="TopicArn">The SNS topic that gets the events.</param>
/// <param name="EventTypes">Which of them, such as <c>TEXT_INVALID</c>; <c>TEXT_ALL</c> and <c>ALL</c> stand for every one.</param>
/// <param name="IsEnabled">Whether it gets any.</param>
internal sealed record TextDestination(string TopicArn, IReadOnlySet<string> EventTypes, bool IsEnabled)
{
    /// <summary>Whether it gets events of a type.</summary>
    public bool Takes(string eventType) =>
        IsEnabled && (EventTypes.Contains(eventType) || EventTypes.Contains("TEXT_ALL") || EventTypes.Contains("ALL"));
}
