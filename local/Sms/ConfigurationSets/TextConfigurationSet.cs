using System.Collections.Concurrent;

namespace Engagement.Local.Sms.ConfigurationSets;

/// <summary>What holds for texts that name it.</summary>
internal sealed class TextConfigurationSet(string name, string arn)
{
    public string Name => name;

    public string Arn => arn;

    /// <summary>Where it tells of its texts, by the destinations' names.</summary>
    public ConcurrentDictionary<string, TextDestination> Destinations { get; } = new(StringComparer.Ordinal);
}
