using System.Text.Json;
using Engagement.Cli.Commands;

namespace Engagement.Cli.Customers.Import;

/// <summary>The files that an import keeps beside the one that it reads.</summary>
/// <param name="State">How far it is; null in a dry run.</param>
/// <param name="Report">What is wrong with which line.</param>
internal sealed record ImportFiles(string? State, string Report)
{
    /// <param name="path">The file that is imported.</param>
    /// <param name="folder">Where they are; null for the file's own folder.</param>
    /// <param name="isDryRun">Whether nothing is stored: a report of its own then leaves that of a begun import alone.</param>
    public static ImportFiles Beside(string path, string? folder, bool isDryRun)
    {
        var name = Path.Combine(folder ?? Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        return isDryRun ? new(null, $"{name}.dry-run.txt") : new($"{name}.import.json", $"{name}.rejected.txt");
    }

    /// <summary>Where to begin.</summary>
    /// <param name="start">What a first run begins with.</param>
    /// <param name="restarts">Whether what is done does not count.</param>
    /// <exception cref="CommandException">What is done is of another file, or of another stack.</exception>
    public ImportState Begin(ImportState start, bool restarts) =>
        restarts || State is null || Read(State) is not { } state ? start
        : state.Target != start.Target ? throw Differs("it was begun on another stack")
        : state.Length != start.Length || state.Written != start.Written ? throw Differs("the file has changed since then")
        : state;

    private static ImportState? Read(string path)
    {
        try
        {
            return ImportState.Read(path);
        }
        catch (JsonException exception)
        {
            throw new CommandException($"{path}: is no state of an import. Take it away, or say --restart.", exception);
        }
    }

    private CommandException Differs(string what) => new(
        $"{State} tells of a run that did not end, and {what}. --restart begins anew; what is stored stays, and is not stored twice.");
}
