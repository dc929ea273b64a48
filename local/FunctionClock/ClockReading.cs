namespace Engagement.Local.FunctionClock;

/// <summary>What the cloud's clock does: it stands still, or runs ahead of the machine's.</summary>
/// <param name="StandsAt">The instant at which it stands; null while it runs.</param>
/// <param name="Ahead">How far it runs ahead of the machine's clock; zero until it was moved.</param>
internal readonly record struct ClockReading(DateTimeOffset? StandsAt, TimeSpan Ahead)
{
    /// <summary>The cloud's time.</summary>
    /// <param name="machine">The machine's.</param>
    public DateTimeOffset At(DateTimeOffset machine) => StandsAt ?? machine + Ahead;
}
