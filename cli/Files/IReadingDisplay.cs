using Engagement.Cli.Commands;

namespace Engagement.Cli.Files;

/// <summary>Shows how far a file is read.</summary>
internal interface IReadingDisplay
{
    /// <summary>A bar on a terminal, and a line each ten seconds elsewhere.</summary>
    static IReadingDisplay Create(OperatorConsole console, TimeProvider time) =>
        console.Terminal is { } terminal ? new BarDisplay(terminal, time) : new LineDisplay(console.Error, time);

    /// <param name="name">The file's name.</param>
    /// <param name="status">How far it is.</param>
    /// <param name="work">What reads it.</param>
    Task ShowAsync(string name, Func<ReadingStatus> status, Func<Task> work);
}
