using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.StepFunctions.Definition;

/// <summary>Reads definitions in the Amazon States Language with JSONPath: https://states-language.net</summary>
internal static class DefinitionParser
{
    /// <summary>Reads a state machine's definition.</summary>
    /// <param name="json">The definition.</param>
    /// <param name="checkResource">Refuses what a Task cannot call, by throwing <see cref="FormatException"/>.</param>
    /// <exception cref="DefinitionException">It is malformed, or uses something that this cloud does not do.</exception>
    public static StateMachineDefinition Parse(string json, Action<string> checkResource)
    {
        var fields = new Fields(Root(json), "");
        fields.Known("Comment", "StartAt", "States", "TimeoutSeconds", "Version", "QueryLanguage");
        return fields.Text("QueryLanguage") is { } language && language != "JSONPath"
            ? throw fields.Invalid("QueryLanguage", $"QUERY_LANGUAGE: {language} is not done by this local cloud")
            : new(Graph(fields, checkResource), fields.Number("TimeoutSeconds", 1) is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    private static JsonObject Root(string json)
    {
        try
        {
            return WireJson.Parse(json, oncePerName: true) as JsonObject
                ?? throw new StatesDefinitionException("INVALID_JSON_DESCRIPTION: the definition is not an object");
        }
        catch (JsonException e)
        {
            throw new StatesDefinitionException($"INVALID_JSON_DESCRIPTION: {e.Message}");
        }
    }

    private static StateGraph Graph(Fields fields, Action<string> checkResource)
    {
        var parser = new StateParser(nested => Graph(nested, checkResource), checkResource);
        var states = fields.Object("States");
        var graph = new StateGraph(
            fields.Required("StartAt"),
            states.Names.ToDictionary(name => name, name => parser.Read(name, states.Object(name)), StringComparer.Ordinal));
        CheckTarget(graph, graph.StartAt, $"{fields.Place}/StartAt");
        foreach (var (name, state) in graph.States)
        {
            foreach (var target in Targets(state))
            {
                CheckTarget(graph, target, $"{states.Place}/{name}");
            }
        }

        return graph;
    }

    private static IEnumerable<string> Targets(State state) => state is ChoiceState choice
        ? choice.Choices.Select(rule => rule.Next).Concat(choice.Default is { } other ? [other] : [])
        : state.Catch.Select(catcher => catcher.Next).Concat(state.Next is { } next ? [next] : []);

    private static void CheckTarget(StateGraph graph, string target, string place)
    {
        if (!graph.States.ContainsKey(target))
        {
            throw new StatesDefinitionException($"MISSING_TRANSITION_TARGET: Missing 'Next' target: {target} at {place}");
        }
    }
}

/// <summary>What a state machine does.</summary>
/// <param name="Graph">Its states.</param>
/// <param name="Timeout">Longest time an execution may take; null for a year.</param>
internal sealed record StateMachineDefinition(StateGraph Graph, TimeSpan? Timeout);
