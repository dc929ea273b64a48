namespace Engagement.Local.Clock;

/// <summary>
/// What is under way, counted: a rest that is woken before it has quite begun counts twice for a moment. Guarded by
/// its clock.
/// </summary>
internal sealed class WorkRegister
{
    private readonly Dictionary<Work, int> counts = [];
    private int total;

    /// <summary>Whether nothing is under way.</summary>
    public bool IsEmpty => total == 0;

    /// <summary>Counts it up.</summary>
    public void Add(Work work) => Change(work, 1);

    /// <summary>Counts it down.</summary>
    public void Remove(Work work) => Change(work, -1);

    /// <summary>The names of what is under way.</summary>
    public override string ToString() =>
        counts.Count == 0 ? "nothing" : string.Join(", ", counts.Keys.GroupBy(work => work.Name, (name, all) => $"{name} ({all.Count()})"));

    private void Change(Work work, int by)
    {
        total += by;
        var count = counts.GetValueOrDefault(work) + by;
        if (count == 0)
        {
            counts.Remove(work);
        }
        else
        {
            counts[work] = count;
        }
    }
}
