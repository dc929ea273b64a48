using System.Text;
using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.Lambda.Deployment;

/// <summary>Reads the inputs of <c>aws:lambda/function:Function</c>, within the limits that Lambda sets.</summary>
internal static class FunctionInputs
{
    private const int EnvironmentBytes = 4096;

    private static readonly string[] Runtimes = ["dotnet8", "dotnet10"];

    // Lambda sets these itself and refuses them in a function's configuration.
    private static readonly HashSet<string> ReservedVariables =
    [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION", "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_RUNTIME_API", "AWS_REGION", "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN", "LAMBDA_RUNTIME_DIR", "LAMBDA_TASK_ROOT",
    ];

    /// <summary>
    /// The function that the inputs describe. <c>architectures</c> is checked and not obeyed: functions run on the host's.
    /// </summary>
    /// <exception cref="ArgumentException">An input is missing, out of range, or asks for what this cloud does not do.</exception>
    public static LambdaDefinition Read(ResourceRequest request, CloudContext cloud)
    {
        request.InRegion(cloud).Known(
            "architectures", "code", "description", "environment", "handler", "loggingConfig", "memorySize", "name", "packageType",
            "publish",
            "region", "reservedConcurrentExecutions", "role", "runtime", "skipDestroy", "sourceCodeHash", "tags", "timeout",
            "tracingConfig");
        var name = request.PhysicalName();
        var runtime = request.RequiredText("runtime");
        Require(
            request, "runtime", !runtime.StartsWith("provided.", StringComparison.Ordinal),
            $"is {runtime}, for a native program, but this local cloud runs assemblies; set handlers:packaging to managed or readyToRun");
        var directory = CodeDirectory.Read(request);
        var logging = request.Block("loggingConfig").Known("applicationLogLevel", "logFormat", "logGroup", "systemLogLevel");
        Require(
            request, "packageType", request.Text("packageType") is null or "Zip", "is not Zip, the only one that this local cloud runs");
        Require(request, "publish", !request.Flag("publish", false), "asks for versions, of which this local cloud has $LATEST alone");
        Require(request, "architectures", request.List("architectures") is [] or ["arm64"] or ["x86_64"], "is neither arm64 nor x86_64");
        return new LambdaDefinition
        {
            Name = name,
            Arn = cloud.Arn("lambda", $"function:{name}"),
            Role = request.RequiredText("role"),
            CodeDirectory = directory,
            Handler = Handler(request, directory),
            Runtime = OneOf(request, "runtime", runtime, Runtimes),
            Timeout = TimeSpan.FromSeconds(Within(request, "timeout", 3, 1, 900)),
            MemorySize = Within(request, "memorySize", 128, 128, 10_240),
            Environment = Variables(request),
            ReservedConcurrency = Within(request, "reservedConcurrentExecutions", -1, -1, 1000) is var reserved and >= 0 ? reserved : null,
            LogGroup = logging.Text("logGroup") ?? $"/aws/lambda/{name}",
            LogFormat =
                Enum.Parse<LogFormat>(OneOf(logging, "logFormat", logging.Text("logFormat") ?? "Text", ["Text", "JSON"]), ignoreCase: true),
            ApplicationLogLevel = logging.Text("applicationLogLevel"),
            LogsInvocations =
                OneOf(logging, "systemLogLevel", logging.Text("systemLogLevel") ?? "INFO", ["DEBUG", "INFO", "WARN"]) != "WARN",
        };
    }

    private static string Handler(ResourceRequest request, string directory)
    {
        var handler = request.RequiredText("handler");
        Require(
            request,
            "handler",
            !handler.Contains("::", StringComparison.Ordinal),
            $"is {handler}, a method of a class library; this local cloud runs executable assemblies");
        Require(
            request,
            "handler",
            File.Exists(Path.Combine(directory, $"{handler}.dll")),
            $"is {handler}, but {directory} holds no {handler}.dll");
        Require(
            request,
            "handler",
            File.Exists(Path.Combine(directory, $"{handler}.runtimeconfig.json")),
            $"is {handler}, whose {handler}.runtimeconfig.json is missing in {directory}: it is no executable, or was not published");
        return handler;
    }

    private static Dictionary<string, string> Variables(ResourceRequest request)
    {
        var variables = request.Block("environment").Known("variables").Texts("variables").ToDictionary(StringComparer.Ordinal);
        var reserved = variables.Keys.Where(ReservedVariables.Contains).Order(StringComparer.Ordinal).ToList();
        Require(request, "environment", reserved.Count == 0, $"sets {string.Join(", ", reserved)}, which Lambda sets itself");
        var bytes = variables.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value));
        Require(request, "environment", bytes <= EnvironmentBytes, $"takes {bytes} bytes; Lambda takes {EnvironmentBytes}");
        return variables;
    }

    private static int Within(ResourceRequest request, string key, int orElse, int least, int most)
    {
        var value = request.Number(key, orElse);
        Require(request, key, value >= least && value <= most, $"is {value}; it goes from {least} to {most}");
        return value;
    }

    private static string OneOf(ResourceRequest request, string key, string value, string[] values)
    {
        Require(request, key, values.Contains(value), $"is {value}; this local cloud has {string.Join(", ", values)}");
        return value;
    }

    private static void Require(ResourceRequest request, string key, bool condition, string problem)
    {
        if (!condition)
        {
            throw request.Invalid(key, problem);
        }
    }
}
