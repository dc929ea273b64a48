using System.Collections.Immutable;
using Engagement.Local.EventBridge.Patterns;
using Engagement.Local.EventBridge.Schedules;
using Engagement.Local.EventBridge.Targets;

namespace Engagement.Local.EventBridge.Rules;

/// <summary>A rule of a bus.</summary>
/// <param name="Name">Its name, unique on its bus.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Pattern">Which events it is about; null where it only has a schedule.</param>
/// <param name="Schedule">When it makes events of its own; null where it only has a pattern.</param>
/// <param name="Enabled">Whether it does either.</param>
internal sealed record Rule(string Name, string Arn, EventPattern? Pattern, ISchedule? Schedule, bool Enabled)
{
    /// <summary>By their ids.</summary>
    public ImmutableSortedDictionary<string, Target> Targets { get; init; } = ImmutableSortedDictionary.Create<string, Target>(
        StringComparer.Ordinal);
}
