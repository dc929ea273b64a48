using System.Collections.Concurrent;
using Engagement.Local.Ses.Accounts;

namespace Engagement.Local.Ses.ConfigurationSets;

/// <summary>What holds for messages that name it.</summary>
internal sealed class ConfigurationSet(string name, string arn)
{
    public string Name => name;

    public string Arn => arn;

    /// <summary>Whether messages that name it are sent.</summary>
    public bool IsSendingEnabled { get; set; } = true;

    /// <summary>Reasons for which its messages are not sent to addresses on the suppression list. Default: those of the account.</summary>
    public IReadOnlyList<string> SuppressedReasons { get; set; } = SuppressionReasons.All;

    /// <summary>Where it tells of its messages, by the destinations' names.</summary>
    public ConcurrentDictionary<string, EventDestination> Destinations { get; } = new(StringComparer.Ordinal);
}
