namespace Engagement.Local.EventSources;

/// <summary>Waits that double from one second to one minute, until something succeeds.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private TimeSpan next = TimeSpan.FromSeconds(1);

    public TimeSpan Next()
    {
        var wait = next;
        next = next * 2 < Longest ? next * 2 : Longest;
        return wait;
    }

    public void Reset() => next = TimeSpan.FromSeconds(1);
}
