using System.CommandLine;
using Engagement.Cli.Commands;
using Engagement.Definitions;
using Engagement.Definitions.Journeys;

namespace Engagement.Cli.Journeys;

/// <summary>The argument that names a journey.</summary>
internal sealed class JourneyArgument
{
    /// <summary>The argument.</summary>
    public Argument<string> Argument { get; } = new("JOURNEY") { Description = "A name of journeys.yaml." };

    /// <summary>The journey.</summary>
    /// <exception cref="CommandException">There is none of the name.</exception>
    public Journey Read(ParseResult arguments, DefinitionSet definitions)
    {
        var name = arguments.GetRequiredValue(Argument);
        return definitions.Journeys.Find(name) ?? throw new CommandException(
            $"There is no journey '{name}'{NearestName.Hint(name, [.. definitions.Journeys.Journeys.Select(each => each.Name)])}.");
    }
}
