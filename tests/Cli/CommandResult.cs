using Engagement.Cli;

namespace Cli.Tests;

/// <summary>What a command wrote, and how it ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <param name="arguments">The command line.</param>
    /// <param name="answers">What the operator types; null where nobody can answer.</param>
    public static async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, string? answers = null)
    {
        using StringWriter output = new(), error = new();
        using var input = answers is null ? null : new StringReader(answers);
        var code = await OperatorCommand.InvokeAsync(arguments, new(output, error, input, Terminal: null));
        return new(code, output.ToString(), error.ToString());
    }
}
