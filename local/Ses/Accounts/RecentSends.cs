namespace Engagement.Local.Ses.Accounts;

/// <summary>How many recipients were sent to within the last 24 hours, counted by the minute.</summary>
internal sealed class RecentSends(TimeProvider clock)
{
    private const long Minutes = 24 * 60;

    private readonly Queue<(long Minute, int Recipients)> minutes = new();
    private (long Minute, int Recipients) current;
    private int earlier;

    /// <summary>The sum.</summary>
    public int Count
    {
        get
        {
            Forget();
            return earlier + current.Recipients;
        }
    }

    /// <summary>Counts some more.</summary>
    public void Add(int recipients)
    {
        var minute = Now;
        if (minute != current.Minute)
        {
            minutes.Enqueue(current);
            earlier += current.Recipients;
            current = (minute, 0);
        }

        current.Recipients += recipients;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds() / 60;

    private void Forget()
    {
        var first = Now - Minutes;
        while (minutes.TryPeek(out var oldest) && oldest.Minute <= first)
        {
            earlier -= minutes.Dequeue().Recipients;
        }

        current = current.Minute <= first ? default : current;
    }
}
