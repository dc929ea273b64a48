namespace Engagement.Local.Faults;

/// <summary>A fault in force.</summary>
/// <param name="id">Tells it from the others of this cloud.</param>
/// <param name="asked">What was asked for, complete.</param>
internal sealed class Fault(long id, FaultRequest asked)
{
    private readonly Lock gate = new();
    private readonly Dice dice = new(asked.Seed!.Value);
    private long matched;
    private long struck;

    /// <summary>What was asked for, and what came of it.</summary>
    public FaultState State
    {
        get
        {
            lock (gate)
            {
                return new(id, asked, matched, struck);
            }
        }
    }

    /// <summary>What was asked for.</summary>
    public FaultRequest Asked => asked;

    /// <summary>Whether it strikes a call of the operation, which it counts.</summary>
    public bool Strikes(string service, string operation)
    {
        if (asked.Service != service || (asked.Operation != FaultRules.Any && asked.Operation != operation))
        {
            return false;
        }

        lock (gate)
        {
            matched++;
            // Drawn even when the count is reached, so that a call's luck depends on nothing but its place.
            var strikes = dice.Next() < asked.Rate && (asked.Count is null || struck < asked.Count);
            struck += strikes ? 1 : 0;
            return strikes;
        }
    }
}
