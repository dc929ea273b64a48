using Spectre.Console;

namespace Engagement.Cli.Commands;

/// <summary>What a command reads from and writes to. Personal data goes here alone, and only where the operator asks for it.</summary>
/// <param name="Output">What was asked for.</param>
/// <param name="Error">What went wrong, and how far a long command is.</param>
/// <param name="Input">The operator's answers; null where nobody can answer.</param>
/// <param name="Terminal">Draws tables and bars; null where the error output is no terminal.</param>
internal sealed record OperatorConsole(TextWriter Output, TextWriter Error, TextReader? Input, IAnsiConsole? Terminal)
{
    /// <summary>The process's own.</summary>
    public static OperatorConsole OfProcess() => new(
        Console.Out,
        Console.Error,
        Console.IsInputRedirected ? null : Console.In,
        Console.IsErrorRedirected
            ? null
            : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));

    /// <summary>Asks a question that is answered by yes or no; no is what anything else means.</summary>
    /// <exception cref="CommandException">Nobody can answer.</exception>
    public async Task<bool> ConfirmAsync(string question, CancellationToken cancellation)
    {
        if (Input is null)
        {
            throw new CommandException($"{question} Nobody can answer here: say --yes.");
        }

        await Error.WriteAsync($"{question} [y/N] ");
        return await Input.ReadLineAsync(cancellation) is { } answer
            && answer.Trim() is var said
            && (said.Equals("y", StringComparison.OrdinalIgnoreCase) || said.Equals("yes", StringComparison.OrdinalIgnoreCase));
    }
}
