using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Cli.Stacks;
using Engagement.Definitions.Journeys;

namespace Engagement.Cli.Journeys;

/// <summary><c>journey chart JOURNEY</c>: a journey as a flowchart of Mermaid.</summary>
internal static class ChartCommand
{
    public static Command Create(SharedOptions shared, OperatorConsole console)
    {
        var journey = new JourneyArgument();
        var command = new Command("chart", "Draws a journey as a flowchart of Mermaid. It needs no environment.") { journey.Argument };
        command.SetAction(async (arguments, _) =>
        {
            await console.Output.WriteAsync(JourneyChart.Draw(journey.Read(arguments, shared.Definitions(arguments))));
            return ExitCode.Done;
        });
        return command;
    }
}
