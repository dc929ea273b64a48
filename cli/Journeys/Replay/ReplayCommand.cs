using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;
using Engagement.Definitions;
using Engagement.Journeys;

namespace Engagement.Cli.Journeys.Replay;

/// <summary><c>journey replay FILE…</c>: what other definitions would have sent for recorded events. It sends nothing.</summary>
internal static class ReplayCommand
{
    private const string OnPinpoint = "Without --local and --stack, a replay makes customers up.";

    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Recorded events, a line each, as the archive or /_local/events has them; gzip or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var before = new Option<string>("--before")
        {
            Description = "Folder with the old definitions. --definitions are the new ones.",
            HelpName = "FOLDER",
            Required = true,
        };
        var command = new Command("replay", "Counts what old and new journeys would have sent for recorded events. It sends nothing.")
        {
            files, before,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            var (old, current) = (Load(arguments.GetRequiredValue(before)), shared.Definitions(arguments));
            using var stack = shared.NamesEnvironment(arguments)
                ? (await shared.OpenAsync(arguments, cancellation)).DemandCustomers(OnPinpoint)
                : null;
            IReplayCustomers customers = stack is null
                ? new MadeUpCustomers(old, current)
                : new StoredCustomers(
                    new JourneyMembers(stack.Customers, stack.Consents, old.Segments, old.TemplatesByName()), current);
            var run = new ReplayRun(old, current, customers, console, TimeProvider.System);
            foreach (var line in await run.RunAsync(arguments.GetRequiredValue(files), cancellation))
            {
                await console.Output.WriteLineAsync(line);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static DefinitionSet Load(string folder) => Directory.Exists(folder)
        ? DefinitionSet.Load(folder, PlatformLimits.None)
        : throw new CommandException($"--before: there is no folder '{folder}'.");
}
