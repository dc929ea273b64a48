using System.Globalization;
using Spectre.Console;

namespace Engagement.Cli.Files;

/// <summary>A bar with the rate and the time that remains, on a terminal.</summary>
/// <param name="terminal">Draws it.</param>
/// <param name="time">Tells the time.</param>
internal sealed class BarDisplay(IAnsiConsole terminal, TimeProvider time) : IReadingDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public Task ShowAsync(string name, Func<ReadingStatus> status, Func<Task> work) => terminal.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async progress =>
        {
            var began = time.GetTimestamp();
            var first = status();
            var bar = progress.AddTask(Markup.Escape(name), maxValue: Math.Max(1, first.Length));
            var working = work();
            while (await Task.WhenAny(working, Task.Delay(Interval, time)) != working)
            {
                Move(bar, name, first, status(), time.GetElapsedTime(began));
            }

            await working;
            Move(bar, name, first, status(), time.GetElapsedTime(began));
        });

    private static void Move(ProgressTask bar, string name, ReadingStatus first, ReadingStatus now, TimeSpan elapsed)
    {
        var rate = (now.Rows - first.Rows) / Math.Max(0.001, elapsed.TotalSeconds);
        bar.Value = now.Bytes;
        bar.Description = Markup.Escape(
            string.Create(CultureInfo.InvariantCulture, $"{name} {now.Rows:N0} rows, {rate:N0} a second"));
    }
}
