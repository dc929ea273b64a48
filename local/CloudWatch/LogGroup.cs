namespace Engagement.Local.CloudWatch;

/// <summary>A line as it was logged.</summary>
internal sealed record LogLine(DateTimeOffset At, string Text)
{
    /// <summary>Its place among the lines of all groups, from 1.</summary>
    public long Number { get; init; }
}

/// <summary>A log group: its last lines, as long as its retention keeps them.</summary>
internal sealed class LogGroup(TimeProvider clock, string name)
{
    /// <summary>Lines kept; older ones give way however long the retention.</summary>
    public const int Capacity = 10_000;

    private readonly RecentItems<LogLine> lines = new(Capacity);

    public string Name => name;

    /// <summary>Days that lines are kept; 0 for ever.</summary>
    public int RetentionInDays { get; set; }

    /// <summary>Whether the stack declares it, other than one that came to be by being written to.</summary>
    public bool IsDeclared { get; set; }

    /// <summary>From the oldest to the newest.</summary>
    public IReadOnlyList<LogLine> Lines()
    {
        var all = lines.ToList();
        var oldest = clock.GetUtcNow().AddDays(-RetentionInDays);
        return RetentionInDays == 0 ? all : [.. all.Where(line => line.At > oldest)];
    }

    public void Write(string text, long number) => lines.Add(new(clock.GetUtcNow(), text) { Number = number });
}
