using System.Collections.Immutable;
using Engagement.Local.EventBridge.Patterns;
using Engagement.Local.EventBridge.Targets;

namespace Engagement.Local.EventBridge.Rules;

/// <summary>A rule of a bus.</summary>
/// <param name="Name">Its name, unique on its bus.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Pattern">Which events it is about.</param>
/// <param name="Enabled">Whether it looks at them.</param>
internal sealed record Rule(string Name, string Arn, EventPattern Pattern, bool Enabled)
{
    /// <summary>By their ids.</summary>
    public ImmutableSortedDictionary<string, Target> Targets { get; init; } = ImmutableSortedDictionary.Create<string, Target>(StringComparer.Ordinal);
}
