using System.CommandLine;
using System.Globalization;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;
using Engagement.Definitions;
using Engagement.Definitions.Journeys;
using Engagement.Journeys.Simulation;
using Engagement.Times;

namespace Engagement.Cli.Journeys;

/// <summary><c>journey simulate</c>: what the journeys make of events, on a clock of its own. It sends nothing.</summary>
internal sealed class SimulateCommand
{
    private readonly Option<DateTimeOffset> start = new("--at")
    {
        Description = "When it starts, such as 2026-12-01T10:00+01:00. Default: now.",
        HelpName = "INSTANT",
        CustomParser = result =>
        {
            if (IsoInstant.Parse(result.Tokens[0].Value) is { } instant)
            {
                return instant;
            }

            result.AddError($"--at: '{result.Tokens[0].Value}' is no instant such as 2026-12-01T10:00+01:00.");
            return default;
        },
    };

    private readonly Option<string[]> events = new("--event")
    {
        Description = $"An event, and how long after the start: {SimulatedEvent.Form}. May stand several times.",
        HelpName = "EVENT",
        Required = true,
    };

    private readonly Option<string[]> attributes = new("--user-attribute")
    {
        Description = "A user attribute of the customer; tz is the time zone. May stand several times.",
        HelpName = "NAME=VALUE",
    };

    private SimulateCommand()
    {
    }

    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var simulate = new SimulateCommand();
        var command = new Command("simulate", "Shows what the journeys make of events. It sends nothing and needs no environment.")
        {
            simulate.start, simulate.events, simulate.attributes,
        };
        command.SetAction(async (arguments, _) =>
        {
            await simulate.RunAsync(arguments, shared.Definitions(arguments), console.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private async Task RunAsync(ParseResult arguments, DefinitionSet definitions, TextWriter output)
    {
        var at = arguments.GetResult(start) is { Implicit: false } ? arguments.GetValue(start) : TimeProvider.System.GetUtcNow();
        var customer = new SimulatedCustomer(Attributes(arguments), definitions.Segments);
        SimulatedEvent[] happening = [.. arguments.GetRequiredValue(events).Select(text => Event(text, definitions))];
        var zone = customer.Customer.Zone(definitions.TrackingPlan.Zone);
        foreach (var line in SimulationReport.Lines(at, happening, definitions.Simulation.Run(at, customer, happening)))
        {
            var time = zone.TimeAt(line.At).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            await output.WriteLineAsync($"{time}  {(line.IsEvent ? "" : "  ")}{line.Text}");
        }
    }

    private static SimulatedEvent Event(string text, DefinitionSet definitions) =>
        SimulatedEvent.Parse(text, definitions.TrackingPlan, out var objection) ?? throw new CommandException($"--event: {objection}.");

    private Dictionary<string, IReadOnlyList<string>> Attributes(ParseResult arguments) =>
        (arguments.GetValue(attributes) ?? []).Select(text => text.Split('=', 2) is [{ Length: > 0 } name, var value]
                ? (Name: name, Value: value)
                : throw new CommandException($"--user-attribute: '{text}' is not of the form NAME=VALUE."))
            .GroupBy(each => each.Name, each => each.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group], StringComparer.Ordinal);
}
