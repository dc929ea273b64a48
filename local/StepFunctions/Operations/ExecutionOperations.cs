using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.StepFunctions.Execution;

namespace Engagement.Local.StepFunctions.Operations;

/// <summary>One operation.</summary>
/// <param name="Name">As in <c>X-Amz-Target</c> after its prefix; also the IAM action's name.</param>
/// <param name="Resource">Member that names the ARN it acts on.</param>
/// <param name="Members">Members that it takes.</param>
/// <param name="Execute">Does it.</param>
internal sealed record StatesOperation(string Name, string Resource, IReadOnlyList<string> Members, Func<JsonObject, JsonObject> Execute);

/// <summary>StartExecution, StopExecution, DescribeExecution, ListExecutions, GetExecutionHistory and DescribeStateMachine.</summary>
internal sealed partial class ExecutionOperations(Executions executions)
{
    private const int LargestInput = 256 * 1024;
    private const int LargestPage = 1000;

    public IEnumerable<StatesOperation> Operations =>
    [
        new("StartExecution", "stateMachineArn", ["stateMachineArn", "name", "input", "traceHeader"], Start),
        new("StopExecution", "executionArn", ["executionArn", "error", "cause"], Stop),
        new("DescribeExecution", "executionArn", ["executionArn", "includedData"], Describe),
        new("ListExecutions", "stateMachineArn", ["stateMachineArn", "statusFilter", "maxResults"], List),
        new("GetExecutionHistory", "executionArn", ["executionArn", "includeExecutionData", "maxResults", "reverseOrder"], History),
        new("DescribeStateMachine", "stateMachineArn", ["stateMachineArn", "includedData"], DescribeMachine),
    ];

    private JsonObject Start(JsonObject call)
    {
        var machine = executions.Machine(call["stateMachineArn"]!.ToString());
        var name = call["name"]?.ToString() ?? Guid.NewGuid().ToString();
        var input = call["input"]?.ToString() ?? "{}";
        var started =
            executions.Start(
                machine,
                ExecutionName().IsMatch(name) ? name : throw StatesError.InvalidName(name),
                IsInput(input) ? input : throw StatesError.InvalidInput());
        return new() { ["executionArn"] = started.Arn, ["startDate"] = Seconds(started.StartedAt) };
    }

    private static bool IsInput(string input) => WireJson.IsValid(input) && Encoding.UTF8.GetByteCount(input) <= LargestInput;

    private JsonObject Stop(JsonObject call) => new()
    {
        ["stopDate"] = Seconds(executions.Stop(Named(call), call["error"]?.ToString(), call["cause"]?.ToString())),
    };

    private JsonObject Describe(JsonObject call)
    {
        var execution = Named(call);
        var description = Summary(execution);
        description["input"] = execution.Input;
        Add(description, "output", execution.Output);
        Add(description, "error", execution.Error);
        Add(description, "cause", execution.Cause);
        return description;
    }

    private JsonObject List(JsonObject call)
    {
        var machine = executions.Machine(call["stateMachineArn"]!.ToString());
        var status = call["statusFilter"]?.ToString();
        var found =
            executions.All.Where(execution => execution.Machine.Arn == machine.Arn && (status is null || execution.Status == status))
                .Reverse()
                .Take(MostOf(call));
        return new() { ["executions"] = new JsonArray([.. found.Select(Summary)]) };
    }

    private JsonObject History(JsonObject call)
    {
        var history = Named(call).History;
        var ordered = Flag(call, "reverseOrder") ? history.Reverse() : history;
        return new() { ["events"] = new JsonArray([.. ordered.Take(MostOf(call)).Select(Event)]) };
    }

    private JsonObject DescribeMachine(JsonObject call)
    {
        var machine = executions.Machine(call["stateMachineArn"]!.ToString());
        return new()
        {
            ["stateMachineArn"] = machine.Arn,
            ["name"] = machine.Name,
            ["status"] = "ACTIVE",
            ["definition"] = machine.Text,
            ["roleArn"] = machine.RoleArn,
            ["type"] = "STANDARD",
            ["creationDate"] = Seconds(machine.CreatedAt),
        };
    }

    private Execution.StateMachineExecution Named(JsonObject call) => executions.Find(call["executionArn"]!.ToString());

    private static int MostOf(JsonObject call) => call["maxResults"] switch
    {
        null => LargestPage,
        JsonValue value when value.TryGetValue<int>(out var most) => most is > 0 and <= LargestPage ? most : LargestPage,
        _ => throw StatesError.Mistyped("maxResults", "a whole number"),
    };

    private static bool Flag(JsonObject call, string name) => call[name] switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw StatesError.Mistyped(name, "true or false"),
    };

    private static JsonObject Summary(Execution.StateMachineExecution execution)
    {
        var summary = new JsonObject
        {
            ["executionArn"] = execution.Arn,
            ["stateMachineArn"] = execution.Machine.Arn,
            ["name"] = execution.Name,
            ["status"] = execution.Status,
            ["startDate"] = Seconds(execution.StartedAt),
        };
        if (execution.EndedAt is { } endedAt)
        {
            summary["stopDate"] = Seconds(endedAt);
        }

        return summary;
    }

    private static JsonObject Event(HistoryEvent noted)
    {
        var json = new JsonObject
        {
            ["id"] = noted.Id,
            ["previousEventId"] = noted.Id - 1,
            ["timestamp"] = Seconds(noted.At),
            ["type"] = noted.Type
        };
        if (noted.DetailsName is { } name)
        {
            json[name] = noted.Details?.DeepClone();
        }

        return json;
    }

    private static void Add(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000.0;

    [GeneratedRegex(@"^[^\s<>{}\[\]?*""#%\\^|~`$&,;:/\p{C}]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ExecutionName();
}
