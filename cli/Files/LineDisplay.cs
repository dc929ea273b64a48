using System.Globalization;

namespace Engagement.Cli.Files;

/// <summary>A plain line each ten seconds, for logs and pipes.</summary>
/// <param name="output">Gets the lines.</param>
/// <param name="time">Tells the time.</param>
internal sealed class LineDisplay(TextWriter output, TimeProvider time) : IReadingDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task ShowAsync(string name, Func<ReadingStatus> status, Func<Task> work)
    {
        var began = time.GetTimestamp();
        var first = status();
        using var timer = new PeriodicTimer(Interval, time);
        var working = work();
        var next = timer.WaitForNextTickAsync().AsTask();
        while (await Task.WhenAny(working, next) == next)
        {
            await output.WriteLineAsync(Line(name, first, status(), time.GetElapsedTime(began)));
            next = timer.WaitForNextTickAsync().AsTask();
        }

        await working;
    }

    private static string Line(string name, ReadingStatus first, ReadingStatus now, TimeSpan elapsed)
    {
        var rate = (now.Rows - first.Rows) / elapsed.TotalSeconds;
        var left = now.Share > first.Share ? elapsed * ((1 - now.Share) / (now.Share - first.Share)) : TimeSpan.Zero;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {now.Rows:N0} rows, {now.Share:P0}, {rate:N0} rows a second, {Math.Ceiling(left.TotalMinutes):N0} min left");
    }
}
