using Engagement.Local.Cloud;
using Spectre.Console;

namespace Engagement.Local.Commands;

/// <summary>One line on a terminal that says the phase and how far it is, in place of a line for each step.</summary>
/// <param name="terminal">Draws it, without colours where <c>NO_COLOR</c> says so (https://no-color.org).</param>
internal sealed class TerminalDisplay(IAnsiConsole terminal) : IUpDisplay
{
    private volatile StatusContext? shown;
    private int deployed;

    /// <summary>On this process's terminal.</summary>
    public static TerminalDisplay OfProcess() =>
        new(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) }));

    public async Task<T> ShowAsync<T>(Func<Task<T>> work)
    {
        var result = await terminal.Status().StartAsync("Reading settings and definitions", async status =>
        {
            shown = status;
            return await work();
        });
        shown = null;
        terminal.WriteLine($"Deployed {deployed} resources.");
        return result;
    }

    public void Deployed(ResourceStep step) => Say($"Deploying: {Interlocked.Increment(ref deployed)} resources, {step.Name}");

    public void Loaded(string file, int loaded, int total) => Say($"Loading customers of {file}: {loaded} of {total}");

    // Cut, and not wrapped: a second line would stay behind when the status is drawn anew.
    private void Say(string status)
    {
        var width = Math.Max(10, terminal.Profile.Width - 4);
        shown?.Status(Markup.Escape(status.Length > width ? status[..width] : status));
    }
}
