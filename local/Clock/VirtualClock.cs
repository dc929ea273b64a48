namespace Engagement.Local.Clock;

/// <summary>The one clock of the local cloud.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => start;
}
