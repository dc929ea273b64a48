namespace Engagement.Local.Commands;

/// <summary>Where a command writes, and whether colours are seen there.</summary>
internal sealed record CommandConsole(TextWriter Output, TextWriter Error, bool Colours)
{
    /// <summary>The process's own; without colours where the output is no terminal, or NO_COLOR says so (https://no-color.org).</summary>
    public static CommandConsole OfProcess() => new(
        Console.Out,
        Console.Error,
        !Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb");
}
