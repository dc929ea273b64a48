using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.StepFunctions.Data;
using Engagement.Local.StepFunctions.Definition;
using Engagement.Local.StepFunctions.Integrations;

namespace Engagement.Local.StepFunctions.Execution;

/// <summary>Runs the states of one execution, on the cloud's clock.</summary>
internal sealed class Interpreter(VirtualClock clock, ExecutionLog log, TaskIntegrations tasks, Func<Principal> assumeRole)
{
    // Bytes of a state's input or output, from the service quotas.
    private const int LargestPayload = 256 * 1024;

    // AWS names no limit; JSON is written here to a depth of 256.
    private const int DeepestPayload = 200;

    /// <summary>Runs a graph from its first state to an end.</summary>
    /// <param name="graph">The states.</param>
    /// <param name="input">Input of the first.</param>
    /// <param name="context">The context object, without the state's part.</param>
    /// <param name="work">Under way meanwhile, save while a state waits.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Output of the last.</returns>
    /// <exception cref="StateException">An error that nothing caught.</exception>
    public async Task<JsonNode?> RunAsync(
        StateGraph graph, JsonNode? input, JsonObject context, Work work, CancellationToken cancellationToken)
    {
        var name = graph.StartAt;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var state = graph.States[name];
            log.Note($"{state.Type}StateEntered", "stateEnteredEventDetails", new() { ["name"] = name, ["input"] = Text(input) });
            var (output, next) = await AttemptAsync(state, input, Entered(context, name), work, cancellationToken);
            log.Note($"{state.Type}StateExited", "stateExitedEventDetails", new() { ["name"] = name, ["output"] = Text(output) });
            if (next is null)
            {
                return output;
            }

            (name, input) = (next, output);
        }
    }

    private static string Text(JsonNode? node) => node?.ToJsonString(AwsJson.Plain) ?? "null";

    private JsonObject Entered(JsonObject context, string name)
    {
        var entered = context.DeepClone().AsObject();
        entered["State"] = new JsonObject { ["Name"] = name, ["EnteredTime"] = Instant(clock.GetUtcNow()), ["RetryCount"] = 0 };
        return entered;
    }

    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Runs one state, with its retries; an error that it catches leads to the catcher's state.</summary>
    private async Task<(JsonNode? Output, string? Next)> AttemptAsync(
        State state, JsonNode? input, JsonObject context, Work work, CancellationToken cancellationToken)
    {
        var retries = new int[state.Retry.Count];
        while (true)
        {
            try
            {
                return await StepAsync(state, new(input, context), work, cancellationToken);
            }
            catch (StateException e)
            {
                var matching = Enumerable.Range(0, retries.Length).FirstOrDefault(i => e.IsOneOf(state.Retry[i].Errors), -1);
                if (matching >= 0 && retries[matching] < state.Retry[matching].MaxAttempts)
                {
                    await work.DelayAsync(state.Retry[matching].Delay(retries[matching]++), cancellationToken);
                    context["State"]!["RetryCount"] = retries.Sum();
                    continue;
                }

                if (state.Catch.FirstOrDefault(catcher => e.IsOneOf(catcher.Errors)) is not { } catcher)
                {
                    throw;
                }

                var error = new JsonObject(
                    new Dictionary<string, JsonNode?>
                    {
                        ["Error"] = e.Error,
                        ["Cause"] = e.Cause
                    }.Where(member => member.Value is not null));
                return (catcher.ResultPath is null ? input : ReferencePath.Put(input, catcher.ResultPath, error), catcher.Next);
            }
        }
    }

    private async Task<(JsonNode? Output, string? Next)> StepAsync(
        State state, StateData raw, Work work, CancellationToken cancellationToken)
    {
        var data = raw with { Input = state.InputPath is null ? new JsonObject() : raw.Find(state.InputPath, "InputPath") };
        var effective = state.Parameters is null ? data.Input : Shallow(state, PayloadTemplate.Fill(state.Parameters, data));
        switch (state)
        {
            case ChoiceState choice:
                var next = choice.Choices.FirstOrDefault(rule => rule.Test.Holds(data))?.Next
                    ?? choice.Default
                    ?? throw StateError.NoChoice(state.Name);
                return (Output(state, data), next);
            case WaitState wait:
                await work.DelayAsync(Waits.Length(wait, data), cancellationToken);
                return (Output(state, data), state.Next);
            case SucceedState:
                return (Output(state, data), null);
            case FailState fail:
                throw new StateException(
                    Said(fail.ErrorPath, "ErrorPath", data) ?? fail.Error, Said(fail.CausePath, "CausePath", data) ?? fail.Cause);
            default:
                var result = await ResultAsync(state, data, effective, work, cancellationToken);
                return (Output(state, raw, result, selects: state is not PassState), state.Next);
        }
    }

    private static string? Said(string? pathOrFunction, string field, StateData data) => pathOrFunction is null ? null
        : PayloadTemplate.Value(field, pathOrFunction, data) is { } said
            && said.GetValueKind() == JsonValueKind.String ? said.GetValue<string>()
        : throw StateError.Runtime($"The value of the field '{field}' must be a string");

    private async Task<JsonNode?> ResultAsync(
        State state, StateData data, JsonNode? effective, Work work, CancellationToken cancellationToken) => state switch
        {
            PassState pass => pass.HasResult ? pass.Result?.DeepClone() : effective,
            TaskState task => await TaskAsync(task, effective, cancellationToken),
            MapState map => await MapAsync(map, data, work, cancellationToken),
            _ => throw new NotSupportedException($"The state type {state.Type} has no result."),
        };

    private async Task<JsonNode?> TaskAsync(TaskState task, JsonNode? parameters, CancellationToken cancellationToken)
    {
        using var timer = new ClockTimeout(task.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        log.Note("TaskScheduled", "taskScheduledEventDetails", new() { ["resource"] = task.Resource, ["parameters"] = Text(parameters) });
        try
        {
            var result = await tasks.CallAsync(task.Resource, parameters, assumeRole(), either.Token);
            log.Note("TaskSucceeded", "taskSucceededEventDetails", new() { ["resource"] = task.Resource, ["output"] = Text(result) });
            return result;
        }
        catch (StateException e)
        {
            log.Note(
                "TaskFailed", "taskFailedEventDetails", new() { ["resource"] = task.Resource, ["error"] = e.Error, ["cause"] = e.Cause });
            throw;
        }
        catch (OperationCanceledException) when (timer.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            log.Note(
                "TaskTimedOut", "taskTimedOutEventDetails", new() { ["resource"] = task.Resource, ["error"] = StateError.TimeoutName });
            throw StateError.Timeout(task.Name);
        }
    }

    private async Task<JsonNode?> MapAsync(MapState map, StateData data, Work work, CancellationToken cancellationToken)
    {
        var items = data.Find(map.ItemsPath, "ItemsPath") as JsonArray
            ?? throw StateError.Runtime($"Reference path \"{map.ItemsPath}\" must point to array.");
        return new JsonArray(
            [.. await new Iterations(clock).RunAsync(items.Count, map.MaxConcurrency, IterateAsync, work, cancellationToken)]);

        Task<JsonNode?> IterateAsync(int i, Work itemWork, CancellationToken token)
        {
            var context = data.Context.DeepClone().AsObject();
            context["Map"] = new JsonObject { ["Item"] = new JsonObject { ["Index"] = i, ["Value"] = items[i]?.DeepClone() } };
            var input = map.ItemSelector is null
                ? items[i]?.DeepClone()
                : Shallow(map, PayloadTemplate.Fill(map.ItemSelector, data with { Context = context }));
            return RunAsync(map.Processor, input, context, itemWork, token);
        }
    }

    private static JsonNode? Output(State state, StateData data) =>
        Limited(state, state.OutputPath is null ? new JsonObject() : data.Find(state.OutputPath, "OutputPath"));

    private static JsonNode? Output(State state, StateData raw, JsonNode? result, bool selects)
    {
        var selected = selects && state.ResultSelector is not null
            ? Shallow(state, PayloadTemplate.Fill(state.ResultSelector, raw with { Input = result }))
            : result;
        var merged = state.ResultPath is null ? raw.Input : ReferencePath.Put(raw.Input, state.ResultPath, selected);
        return Output(state, raw with { Input = merged });
    }

    private static JsonNode? Shallow(State state, JsonNode? json) =>
        Depth(json) <= DeepestPayload ? json : throw StateError.TooDeep(state.Name, DeepestPayload);

    private static int Depth(JsonNode? json) => json switch
    {
        JsonObject members => 1 + members.Select(member => Depth(member.Value)).DefaultIfEmpty().Max(),
        JsonArray list => 1 + list.Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };

    private static JsonNode? Limited(State state, JsonNode? output) =>
        Encoding.UTF8.GetByteCount(Text(Shallow(state, output))) <= LargestPayload ? output : throw StateError.DataLimit(state.Name);
}
