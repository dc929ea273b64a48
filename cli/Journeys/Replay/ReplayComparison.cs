namespace Engagement.Cli.Journeys.Replay;

/// <summary>What two sets of definitions would have sent to the same customers.</summary>
/// <param name="shown">For how many customers the differences are kept.</param>
internal sealed class ReplayComparison(int shown)
{
    private readonly SortedDictionary<string, ReplayDifference> differences = new(StringComparer.Ordinal);

    /// <summary>What the old definitions would have sent.</summary>
    public MessageTally Before { get; } = new();

    /// <summary>What the new definitions would have sent.</summary>
    public MessageTally After { get; } = new();

    /// <summary>Customers who would have got other messages, or the same at other times.</summary>
    public long Differing { get; private set; }

    /// <summary>What changes for the first such customers, by the id of the endpoint.</summary>
    public IReadOnlyDictionary<string, ReplayDifference> Differences => differences;

    /// <summary>Compares the messages to one customer.</summary>
    public void Add(string endpointId, IReadOnlyList<ReplayedMessage> before, IReadOnlyList<ReplayedMessage> after)
    {
        Before.Add(before);
        After.Add(after);
        if (before.SequenceEqual(after))
        {
            return;
        }

        Differing++;
        differences[endpointId] = new([.. before.Except(after)], [.. after.Except(before)]);
        if (differences.Count > shown)
        {
            differences.Remove(differences.Keys.Last());
        }
    }
}
