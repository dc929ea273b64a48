using System.Text.Json.Nodes;
using Engagement.Local.Resources;
using Engagement.Local.StepFunctions.Data;

namespace Engagement.Local.StepFunctions.Definition;

/// <summary>Reads one state. Fields that its type does not have, or that this cloud does not do, are errors.</summary>
internal sealed class StateParser(Func<Fields, StateGraph> graph, Action<string> checkResource)
{
    private static readonly string[] Common = ["Type", "Comment", "QueryLanguage", "InputPath", "OutputPath"];
    private static readonly string[] Waits = ["Seconds", "SecondsPath"];
    private static readonly string[] Flow = [.. Common, "Next", "End"];
    private static readonly string[] Result = [.. Flow, "Parameters", "ResultPath"];
    private static readonly string[] Attempt = [.. Result, "ResultSelector", "Retry", "Catch"];

    /// <exception cref="DefinitionException">The state is malformed.</exception>
    public State Read(string name, Fields fields)
    {
        var type = fields.Required("Type");
        State state = type switch
        {
            "Pass" =>
                Known(
                    fields,
                    [.. Result, "Result"],
                    new PassState { Name = name, Type = type, Result = fields.Node("Result"), HasResult = fields.Has("Result") }),
            "Task" => Known(fields, [.. Attempt, "Resource", "TimeoutSeconds"], Task(name, fields)),
            "Choice" => Known(fields, [.. Common, "Choices", "Default"], Choice(name, fields)),
            "Wait" => Known(fields, [.. Flow, .. Waits, "Timestamp", "TimestampPath"], Wait(name, fields)),
            "Succeed" => Known(fields, Common, new SucceedState { Name = name, Type = type }),
            "Fail" => Known(fields, ["Type", "Comment", "QueryLanguage", "Error", "ErrorPath", "Cause", "CausePath"], Fail(name, fields)),
            "Map" =>
                Known(
                    fields,
                    [.. Attempt.Except(["Parameters"]), "ItemProcessor", "ItemsPath", "ItemSelector", "MaxConcurrency"],
                    Map(name, fields)),
            "Parallel" => throw fields.Invalid("Type", "SCHEMA_VALIDATION_FAILED: The state type Parallel is not done by this local cloud"),
            _ => throw fields.Invalid("Type", $"SCHEMA_VALIDATION_FAILED: '{type}' is not a state type that this local cloud has"),
        };
        return state with
        {
            InputPath = fields.Path("InputPath", "$"),
            OutputPath = fields.Path("OutputPath", "$"),
            Next = Next(type, fields),
            Parameters = Template(fields, "Parameters"),
            ResultSelector = Template(fields, "ResultSelector"),
            ResultPath = ReferencePath(fields, "ResultPath"),
            Retry = [.. fields.List("Retry").Select(Retrier)],
            Catch = [.. fields.List("Catch").Select(Catcher)],
        };
    }

    private static State Known(Fields fields, IEnumerable<string> names, State state)
    {
        fields.Known(names);
        return state;
    }

    private static string? Next(string type, Fields fields)
    {
        var (next, end) = (fields.Text("Next"), fields.Flag("End"));
        return type is "Choice" or "Succeed" or "Fail" || next is null != end is false
            ? next
            : throw fields.Invalid(
                next is null ? "Next" : "End", "SCHEMA_VALIDATION_FAILED: These fields are required: exactly one of Next and End");
    }

    private TaskState Task(string name, Fields fields)
    {
        var resource = fields.Required("Resource");
        try
        {
            checkResource(resource);
        }
        catch (FormatException e)
        {
            throw fields.Invalid("Resource", $"SCHEMA_VALIDATION_FAILED: {e.Message}");
        }

        return new()
        {
            Name = name,
            Type = "Task",
            Resource = resource,
            Timeout = fields.Number("TimeoutSeconds", 1) is { } seconds ? TimeSpan.FromSeconds(seconds) : null
        };
    }

    private static ChoiceState Choice(string name, Fields fields) => fields.List("Choices") is { Count: > 0 } choices
        ? new()
        {
            Name = name,
            Type = "Choice",
            Default = fields.Text("Default"),
            Choices = [.. choices.Select(choice => new ChoiceRule(ChoiceParser.Read(choice, "Next", "Comment"), choice.Required("Next")))]
        }
        : throw fields.Invalid("Choices", "SCHEMA_VALIDATION_FAILED: The field is required");

    private static WaitState Wait(string name, Fields fields)
    {
        if (fields.Has("Timestamp") || fields.Has("TimestampPath"))
        {
            var field = fields.Has("Timestamp") ? "Timestamp" : "TimestampPath";
            throw fields.Invalid(
                field, $"SCHEMA_VALIDATION_FAILED: {field} is not done by this local cloud, which waits for Seconds or SecondsPath");
        }

        return Waits.Count(fields.Has) == 1
            ? new() { Name = name, Type = "Wait", Seconds = fields.Number("Seconds", 0), SecondsPath = fields.Path("SecondsPath", null) }
            : throw fields.Invalid(
                "Seconds", "SCHEMA_VALIDATION_FAILED: Exactly one of Seconds, SecondsPath, Timestamp and TimestampPath is required");
    }

    private static FailState Fail(string name, Fields fields) => new()
    {
        Name = name,
        Type = "Fail",
        Error = fields.Text("Error"),
        ErrorPath = PathBeside(fields, "Error"),
        Cause = fields.Text("Cause"),
        CausePath = PathBeside(fields, "Cause"),
    };

    private static string? PathBeside(Fields fields, string name) =>
        fields.PathOrFunction($"{name}Path") is not { } path || !fields.Has(name)
        ? fields.PathOrFunction($"{name}Path")
        : throw fields.Invalid($"{name}Path", $"SCHEMA_VALIDATION_FAILED: Only one of {name} and {name}Path ('{path}') is allowed");

    private MapState Map(string name, Fields fields)
    {
        if (fields.Has("Iterator"))
        {
            throw fields.Invalid(
                "Iterator",
                "SCHEMA_VALIDATION_FAILED: Iterator is the older name of ItemProcessor; this local cloud reads the newer one only");
        }

        var processor = fields.Object("ItemProcessor");
        processor.Known("ProcessorConfig", "Comment", "StartAt", "States");
        if (processor.Has("ProcessorConfig"))
        {
            var config = processor.Object("ProcessorConfig");
            config.Known("Mode");
            if (config.Text("Mode") is { } mode && mode != "INLINE")
            {
                throw config.Invalid("Mode", $"SCHEMA_VALIDATION_FAILED: {mode} is not done by this local cloud");
            }
        }

        return new()
        {
            Name = name,
            Type = "Map",
            Processor = graph(processor),
            ItemsPath = fields.Path("ItemsPath", "$") ?? "$",
            ItemSelector = Template(fields, "ItemSelector"),
            MaxConcurrency = (int)(fields.Number("MaxConcurrency", 0) ?? 0),
        };
    }

    private static Retrier Retrier(Fields fields)
    {
        fields.Known("ErrorEquals", "IntervalSeconds", "BackoffRate", "MaxAttempts", "MaxDelaySeconds", "JitterStrategy", "Comment");
        return fields.Text("JitterStrategy") is { } jitter && jitter != "NONE"
            ? throw fields.Invalid(
                "JitterStrategy", $"SCHEMA_VALIDATION_FAILED: {jitter} is not done by this local cloud, where time is exact")
            : new(
                fields.Texts("ErrorEquals"),
                fields.Number("IntervalSeconds", 1) ?? 1,
                fields.Number("BackoffRate", 1, whole: false) ?? 2,
                (int)(fields.Number("MaxAttempts", 0) ?? 3),
                fields.Number("MaxDelaySeconds", 1));
    }

    private static Catcher Catcher(Fields fields)
    {
        fields.Known("ErrorEquals", "Next", "ResultPath", "Comment");
        return new(fields.Texts("ErrorEquals"), fields.Required("Next"), ReferencePath(fields, "ResultPath"));
    }

    private static string? ReferencePath(Fields fields, string name)
    {
        var path = fields.Path(name, "$");
        return path is null || Data.ReferencePath.IsValid(path)
            ? path
            : throw fields.Invalid(name, "INVALID_JSON_PATH: not a reference path, which names one place by names alone");
    }

    private static JsonNode? Template(Fields fields, string name)
    {
        var template = fields.Node(name);
        try
        {
            PayloadTemplate.Check(template);
            return template;
        }
        catch (FormatException e)
        {
            throw fields.Invalid(name, $"SCHEMA_VALIDATION_FAILED: {e.Message}");
        }
    }
}
