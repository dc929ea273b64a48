using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.CloudWatch;
using Engagement.Local.StepFunctions.Data;
using Engagement.Local.StepFunctions.Integrations;
using Engagement.Local.StepFunctions.Operations;

namespace Engagement.Local.StepFunctions.Execution;

/// <summary>All state machines and their executions. Disposing ends what still runs.</summary>
internal sealed class Executions(CloudContext cloud, IAwsEndpoint endpoint, IRoleAssumption roles, ILogSink logs) : IDisposable
{
    private const string Host = "states.amazonaws.com";

    // How long a closed execution is kept, and its name taken (API reference, StartExecution).
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    private readonly Lock starting = new();
    private readonly ConcurrentDictionary<string, StateMachine> machines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StateMachineExecution> executions = new(StringComparer.Ordinal);
    private readonly TaskIntegrations tasks = new(endpoint, cloud.Region);

    /// <summary>All executions, in order of their start.</summary>
    public IReadOnlyList<StateMachineExecution> All =>
        [.. executions.Values.OrderBy(execution => execution.StartedAt).ThenBy(execution => execution.Name, StringComparer.Ordinal)];

    /// <exception cref="AwsException">There is one of that name, its role does not trust Step Functions, or may not deliver its
    /// log.</exception>
    public async Task AddAsync(StateMachine machine, CancellationToken cancellationToken)
    {
        await CheckRoleAsync(machine, cancellationToken);
        if (!machines.TryAdd(machine.Arn, machine))
        {
            throw StatesError.MachineExists(machine.Arn);
        }
    }

    /// <summary>Puts a state machine in the place of the one of its name. Executions under way go on as they began.</summary>
    /// <exception cref="AwsException">There is none, its role does not trust Step Functions, or may not deliver its log.</exception>
    public async Task ChangeAsync(StateMachine machine, CancellationToken cancellationToken)
    {
        await CheckRoleAsync(machine, cancellationToken);
        machines[machine.Arn] = machine with { CreatedAt = Machine(machine.Arn).CreatedAt };
    }

    /// <summary>Removes a state machine; executions under way go on.</summary>
    public void Remove(string arn) => machines.TryRemove(arn, out _);

    public StateMachine Machine(string arn) => machines.GetValueOrDefault(arn) ?? throw StatesError.NoMachine(arn);

    public StateMachineExecution Find(string arn) => Kept(arn) ?? throw StatesError.NoExecution(arn);

    /// <summary>Starts an execution. Started again by its name and with its input while it runs, it stays the one that it is.</summary>
    /// <exception cref="AwsException">The name is that of another execution, or of one that ended within the last 90 days.</exception>
    public StateMachineExecution Start(StateMachine machine, string name, string input)
    {
        StateMachineExecution execution;
        lock (starting)
        {
            if (Kept(machine.ExecutionArn(name)) is { } known)
            {
                return known.EndedAt is null && known.Input == input ? known : throw StatesError.ExecutionExists(known.Arn);
            }

            execution = new StateMachineExecution(machine, name, input, cloud.Clock);
            executions[execution.Arn] = execution;
        }

        _ = cloud.Clock.RunWorkAsync($"execution {name}", work => RunAsync(execution, work));
        return execution;
    }

    /// <summary>Stops an execution; one that has ended stays as it is.</summary>
    public DateTimeOffset Stop(StateMachineExecution execution, string? error, string? cause)
    {
        if (execution.TryEnd(cloud.Clock.GetUtcNow(), "ABORTED", null, error, cause))
        {
            new ExecutionLog(execution, logs, cloud.Clock).Note("ExecutionAborted", "executionAbortedEventDetails", Details(error, cause));
            execution.Stop();
        }

        return execution.EndedAt!.Value;
    }

    public void Dispose()
    {
        foreach (var execution in executions.Values)
        {
            execution.Stop();
            execution.Dispose();
        }
    }

    /// <summary>
    /// The execution of that ARN; null where there is none, or it ended so long ago that Step Functions has forgotten it.
    /// </summary>
    private StateMachineExecution? Kept(string arn)
    {
        if (executions.GetValueOrDefault(arn) is { } known && known.EndedAt + Retention <= cloud.Clock.GetUtcNow())
        {
            executions.TryRemove(arn, out _);
            known.Dispose();
        }

        return executions.GetValueOrDefault(arn);
    }

    private async Task RunAsync(StateMachineExecution execution, Work work)
    {
        var log = new ExecutionLog(execution, logs, cloud.Clock);
        var machine = execution.Machine;
        log.Note("ExecutionStarted", "executionStartedEventDetails", new() { ["input"] = execution.Input, ["roleArn"] = machine.RoleArn });
        try
        {
            var interpreter = new Interpreter(cloud.Clock, log, tasks, () => AssumeInExecution(machine, execution.Name));
            var output =
                await interpreter.RunAsync(
                    machine.Definition.Graph, WireJson.Parse(execution.Input), Context(execution), work, execution.Stopped);
            var text = output?.ToJsonString(AwsJson.Plain) ?? "null";
            if (execution.TryEnd(cloud.Clock.GetUtcNow(), "SUCCEEDED", text, null, null))
            {
                log.Note("ExecutionSucceeded", "executionSucceededEventDetails", new() { ["output"] = text });
            }
        }
        catch (StateException e)
        {
            Fail(execution, log, "FAILED", "ExecutionFailed", "executionFailedEventDetails", e.Error, e.Cause);
        }
        catch (OperationCanceledException)
        {
            Fail(execution, log, "TIMED_OUT", "ExecutionTimedOut", "executionTimedOutEventDetails", null, null);
        }
#pragma warning disable CA1031 // Whatever it is, the execution has failed.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // No caller awaits an execution: it says itself that this cloud failed. The message may quote its data, and stays away.
            await Console.Error.WriteLineAsync(
                $"Execution {execution.Name} failed with {e.GetType().Name}:{Environment.NewLine}{e.StackTrace}");
            Fail(
                execution,
                log,
                "FAILED",
                "ExecutionFailed",
                "executionFailedEventDetails",
                StateError.RuntimeName,
                "The local cloud failed at this execution; its standard error says where.");
        }
    }

    private void Fail(
        StateMachineExecution execution,
        ExecutionLog log,
        string status,
        string type,
        string detailsName,
        string? error,
        string? cause)
    {
        if (execution.TryEnd(cloud.Clock.GetUtcNow(), status, null, error, cause))
        {
            log.Note(type, detailsName, Details(error, cause));
        }
    }

    private static JsonObject Details(string? error, string? cause)
    {
        var details = new JsonObject();
        if (error is not null)
        {
            details["error"] = error;
        }

        if (cause is not null)
        {
            details["cause"] = cause;
        }

        return details;
    }

    private static JsonObject Context(StateMachineExecution execution) => new()
    {
        ["Execution"] = new JsonObject
        {
            ["Id"] = execution.Arn,
            ["Input"] = WireJson.Parse(execution.Input),
            ["Name"] = execution.Name,
            ["RoleArn"] = execution.Machine.RoleArn,
            ["StartTime"] = Interpreter.Instant(execution.StartedAt),
        },
        ["StateMachine"] = new JsonObject { ["Id"] = execution.Machine.Arn, ["Name"] = execution.Machine.Name },
    };

    private async Task CheckRoleAsync(StateMachine machine, CancellationToken cancellationToken)
    {
        var role = Assume(machine, "deployment");
        if (machine.LogGroup is not null)
        {
            await LogDelivery.DemandAsync(endpoint, role, cancellationToken);
        }
    }

    private Principal Assume(StateMachine machine, string session) =>
        roles.Assume(machine.RoleArn, Principal.Service(Host, machine.Arn), session);

    private Principal AssumeInExecution(StateMachine machine, string session)
    {
        try
        {
            return Assume(machine, session);
        }
        catch (AwsException e)
        {
            throw new StateException("States.Permissions", e.Message);
        }
    }
}
