namespace Engagement.Cli.Journeys.Replay;

/// <summary>How many messages definitions would have sent.</summary>
internal sealed class MessageTally
{
    private readonly Dictionary<(string Journey, string Template), long> templates = [];

    /// <summary>All messages.</summary>
    public long Messages { get; private set; }

    /// <summary>Customers who got one or more.</summary>
    public long Customers { get; private set; }

    /// <summary>Most messages to one customer.</summary>
    public int Most { get; private set; }

    /// <summary>The messages of each journey and template.</summary>
    public IReadOnlyDictionary<(string Journey, string Template), long> Templates => templates;

    /// <summary>Counts the messages to one customer.</summary>
    public void Add(IReadOnlyList<ReplayedMessage> messages)
    {
        Messages += messages.Count;
        Customers += messages.Count > 0 ? 1 : 0;
        Most = Math.Max(Most, messages.Count);
        foreach (var message in messages)
        {
            var key = (message.Journey, message.Template);
            templates[key] = templates.GetValueOrDefault(key) + 1;
        }
    }
}
