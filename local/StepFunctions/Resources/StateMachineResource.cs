using Engagement.Local.Aws;
using Engagement.Local.Resources;
using Engagement.Local.StepFunctions.Definition;
using Engagement.Local.StepFunctions.Execution;
using Engagement.Local.StepFunctions.Integrations;

namespace Engagement.Local.StepFunctions.Resources;

/// <summary><c>aws:sfn/stateMachine:StateMachine</c>.</summary>
internal sealed class StateMachineResource(CloudContext cloud, Executions executions)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:sfn/stateMachine:StateMachine";

    private static readonly string[] Levels = ["OFF", "ALL", "ERROR", "FATAL"];

    public ResourceLifecycle Lifecycle => new()
    {
        Update = (request, _, cancellationToken) => StateAsync(request, executions.ChangeAsync, cancellationToken),
        Delete = (machine, _) =>
        {
            executions.Remove(machine.Id!);
            return Task.CompletedTask;
        },
    };

    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        StateAsync(request, executions.AddAsync, cancellationToken);

    private async Task<ResourceState> StateAsync(
        ResourceRequest request, Func<StateMachine, CancellationToken, Task> take, CancellationToken cancellationToken)
    {
        // Traces and versions change nothing that a caller of this cloud could see.
        request.InRegion(cloud).Known(
            "definition",
            "loggingConfiguration",
            "name",
            "namePrefix",
            "publish",
            "region",
            "roleArn",
            "tags",
            "tracingConfiguration",
            "type");
        request.Block("tracingConfiguration").Known("enabled");
        if (request.Text("type") is { } type && type != "STANDARD")
        {
            throw request.Invalid("type", $"is {type}, but this local cloud has STANDARD only");
        }

        var machine = Machine(request);
        await take(machine, cancellationToken);
        return new ResourceState(machine.Arn, new Dictionary<string, object>
        {
            ["arn"] = machine.Arn,
            ["name"] = machine.Name,
            ["creationDate"] = Interpreter.Instant(machine.CreatedAt),
            ["status"] = "ACTIVE",
            ["type"] = "STANDARD",
            ["region"] = cloud.Region,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }

    private StateMachine Machine(ResourceRequest request)
    {
        var logging = request.Block("loggingConfiguration").Known("includeExecutionData", "level", "logDestination");
        var name = request.PhysicalName();
        return new()
        {
            Name = name,
            Arn = cloud.Arn("states", $"stateMachine:{name}"),
            Text = request.RequiredText("definition"),
            Definition = Definition(request),
            RoleArn = request.RequiredText("roleArn"),
            CreatedAt = cloud.Clock.GetUtcNow(),
            LogLevel = (logging.Text("level") ?? "OFF") is var level && Levels.Contains(level)
                ? level
                : throw request.Invalid("loggingConfiguration.level", $"is {level}, not one of {string.Join(", ", Levels)}"),
            LogsData = logging.Flag("includeExecutionData", false),
            LogGroup = LogGroup(logging, level),
        };
    }

    private static StateMachineDefinition Definition(ResourceRequest request)
    {
        try
        {
            return DefinitionParser.Parse(request.RequiredText("definition"), TaskIntegrations.Check);
        }
        catch (StatesDefinitionException e)
        {
            throw request.Invalid("definition", $"is refused: Invalid State Machine Definition: '{e.Message}'");
        }
    }

    /// <summary>The group that <c>arn:…:log-group:NAME:*</c> names.</summary>
    private static string? LogGroup(ResourceRequest logging, string level) => logging.Text("logDestination")?.Split(':') switch
    {
        null =>
            level == "OFF" ? null : throw logging.Invalid("loggingConfiguration.logDestination", $"is missing, which level {level} needs"),
        ["arn", _, "logs", _, _, "log-group", var name, "*"] => name,
        _ => throw logging.Invalid("loggingConfiguration.logDestination", "is not the ARN of a log group with :* at its end"),
    };
}
