namespace Engagement.Local.Ses.ConfigurationSets;

/// <summary>Where a configuration set tells of its messages.</summary>
/// <param name="TopicArn">The SNS topic that gets the events.</param>
/// <param name="EventTypes">Which of them, such as <c>BOUNCE</c>.</param>
/// <param name="IsEnabled">Whether it gets any.</param>
internal sealed record EventDestination(string TopicArn, IReadOnlySet<string> EventTypes, bool IsEnabled)
{
    /// <summary>Whether it gets events of a type.</summary>
    public bool Takes(string eventType) => IsEnabled && EventTypes.Contains(eventType);
}
