using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;

namespace Engagement.Local.StepFunctions.Execution;

/// <summary>Notes what an execution does: in its history, and in the log group as far as the machine's level says.</summary>
internal sealed class ExecutionLog(StateMachineExecution execution, ILogSink logs, TimeProvider clock)
{
    private static readonly string[] Fatal = ["ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut"];

    // Members that hold the execution's data, which is logged only where the machine's settings ask for it.
    private static readonly string[] Data = ["input", "output", "parameters"];

    public void Note(string type, string? detailsName = null, JsonObject? details = null)
    {
        var noted = execution.Note(clock.GetUtcNow(), type, detailsName, details);
        var machine = execution.Machine;
        if (machine.LogGroup is { } group && IsLogged(machine.LogLevel, type))
        {
            logs.Write(group, Line(noted, machine.LogsData));
        }
    }

    private static bool IsLogged(string level, string type) => level switch
    {
        "ALL" => true,
        "ERROR" =>
            Fatal.Contains(type)
                || type.EndsWith("Failed", StringComparison.Ordinal)
                || type.EndsWith("TimedOut", StringComparison.Ordinal),
        "FATAL" => Fatal.Contains(type),
        _ => false,
    };

    private string Line(HistoryEvent noted, bool withData)
    {
        var details = noted.Details?.DeepClone().AsObject() ?? [];
        foreach (var name in withData ? [] : Data)
        {
            details.Remove(name);
        }

        return new JsonObject
        {
            ["id"] = $"{noted.Id}",
            ["type"] = noted.Type,
            ["details"] = details,
            ["previous_event_id"] = $"{noted.Id - 1}",
            ["event_timestamp"] = noted.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["execution_arn"] = execution.Arn,
            ["redrive_count"] = "0",
        }.ToJsonString(AwsJson.Plain);
    }
}
