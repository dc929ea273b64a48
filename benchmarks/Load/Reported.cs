namespace Benchmarks.Load;

/// <summary>What functions have reported.</summary>
/// <param name="Recorded">Events that the platform took.</param>
/// <param name="Rejected">Events that a rule or the platform refused for good.</param>
/// <param name="Sent">Messages that the sending service took.</param>
/// <param name="Calls">Calls to services, by the metric that counts them.</param>
internal sealed record Reported(int Recorded, int Rejected, int Sent, IReadOnlyDictionary<string, int> Calls)
{
    public static Reported operator -(Reported later, Reported earlier) => new(
        later.Recorded - earlier.Recorded,
        later.Rejected - earlier.Rejected,
        later.Sent - earlier.Sent,
        later.Calls.ToDictionary(each => each.Key, each => each.Value - earlier.Calls.GetValueOrDefault(each.Key)));

    /// <summary>How much of what was stored is settled.</summary>
    public int Settled => Recorded + Rejected;
}
