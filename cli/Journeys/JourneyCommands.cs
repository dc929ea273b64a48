using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Journeys.Replay;
using Engagement.Cli.Stacks;

namespace Engagement.Cli.Journeys;

/// <summary>The command <c>journey</c> and those below it.</summary>
internal static class JourneyCommands
{
    public static Command Create(SharedOptions shared, OperatorConsole console) =>
        new("journey", "Journeys: simulate, replay, chart, history.")
        {
            SimulateCommand.Create(shared, console),
            ReplayCommand.Create(shared, console),
            ChartCommand.Create(shared, console),
            HistoryCommand.Create(shared, console),
        };
}
