using System.CommandLine;
using System.CommandLine.Invocation;
using Engagement.Cli.Announcements;
using Engagement.Cli.Audiences;
using Engagement.Cli.Commands;
using Engagement.Cli.Customers;
using Engagement.Cli.Journeys;
using Engagement.Cli.Messages;
using Engagement.Cli.Stacks;
using Engagement.CustomerFiles;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Services;

namespace Engagement.Cli;

/// <summary>The command line of this program: what an operator does by hand, against AWS or the local cloud.</summary>
internal static class OperatorCommand
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">What follows the program's name.</param>
    /// <param name="console">What it reads from and writes to.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, OperatorConsole console)
    {
        var parsed = Create(console).Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var mistake in parsed.Errors.Select(mistake => mistake.Message).Distinct(StringComparer.Ordinal))
            {
                await console.Error.WriteLineAsync($"{mistake.TrimEnd('.')}. 'dotnet run --project cli -- --help' lists what there is.");
            }

            return ExitCode.Failed;
        }

        return await InvokeAsync(parsed, console);
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, OperatorConsole console)
    {
        try
        {
            return await parsed.InvokeAsync(
                new() { EnableDefaultExceptionHandler = false, Output = console.Output, Error = console.Error });
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("Stopped.");
            return ExitCode.Failed;
        }
        catch (Exception exception) when (MessageOf(exception) is { } message)
        {
            await console.Error.WriteLineAsync(message);
            return ExitCode.Failed;
        }
    }

    // Null where this program has a mistake, which a stack trace shows.
    private static string? MessageOf(Exception exception) => exception switch
    {
        CommandException or CustomerFileException or DefinitionException or EnvironmentException or IOException
            or UnauthorizedAccessException => exception.Message,
        ServiceException service => ServiceProblem.Of(service),
        _ => null,
    };

    private static RootCommand Create(OperatorConsole console)
    {
        var options = new SharedOptions();
        var root = new RootCommand("What an operator does by hand, in AWS or on the local cloud. docs/cli.md has examples.");
        options.AddTo(root);
        root.Subcommands.Add(CustomerCommands.Create(options, console));
        root.Subcommands.Add(AudienceCommand.Create(options, console));
        root.Subcommands.Add(AnnounceCommand.Create(options, console));
        root.Subcommands.Add(MessageCommands.Create(options, console));
        root.Subcommands.Add(JourneyCommands.Create(options, console));
        return root;
    }
}
