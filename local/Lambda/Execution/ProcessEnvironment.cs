using System.Globalization;
using Engagement.Local.Aws;
using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Execution;

/// <summary>
/// The environment variables of a function's process: those of Lambda, the function's own, and nothing of this machine's.
/// </summary>
internal static class ProcessEnvironment
{
    private const int CallsBeforeOptimising = 1000;

    /// <summary>The whole environment of a new process.</summary>
    /// <param name="function">The function.</param>
    /// <param name="cloud">Region and address.</param>
    /// <param name="time">The cloud's time.</param>
    /// <param name="credentials">Credentials of the function's role.</param>
    /// <param name="runtimeApi">Host and port of the environment's Runtime API.</param>
    /// <param name="logStream">Name of its log stream.</param>
    /// <param name="scratch">A directory of its own.</param>
    public static Dictionary<string, string> Create(
        LambdaDefinition function, CloudContext cloud, FunctionTime time, RoleCredentials credentials, string runtimeApi, string logStream,
        string scratch)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
        };
        AddWhatTheProcessNeeds(variables, scratch);
        AddWhatThisCloudSets(variables, function, cloud);
        foreach (var (name, value) in function.Environment)
        {
            variables[name] = value;
        }

        time.AddTo(variables);
        AddWhatLambdaReserves(variables, function, cloud, credentials, runtimeApi, logStream);
        return variables;
    }

    /// <summary>
    /// dotnet is started by its full path and finds its runtime beside itself, so neither PATH nor DOTNET_ROOT is handed
    /// on. HOME and the temporary directory are the process's own, else the SDK would read this user's ~/.aws. Only
    /// Windows needs something of its parent's: without SystemRoot no socket opens.
    /// </summary>
    private static void AddWhatTheProcessNeeds(Dictionary<string, string> variables, string scratch)
    {
        if (OperatingSystem.IsWindows())
        {
            variables["SystemRoot"] = Environment.GetFolderPath(Environment.SpecialFolder.Windows);
            variables["USERPROFILE"] = variables["TEMP"] = variables["TMP"] = scratch;
            return;
        }

        variables["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        variables["HOME"] = variables["TMPDIR"] = scratch;
    }

    /// <summary>
    /// Where AWS is; the memory setting as the limit of the managed heap, since nothing here limits a process as Lambda does; and a
    /// compiler that suits a process of seconds. It profiles nothing. It optimises what was called a thousand times and not thirty:
    /// otherwise optimising takes half of a process's time.
    /// </summary>
    private static void AddWhatThisCloudSets(Dictionary<string, string> variables, LambdaDefinition function, CloudContext cloud)
    {
        variables["AWS_ENDPOINT_URL"] = cloud.BaseUrl.ToString().TrimEnd('/');
        variables["DOTNET_TieredPGO"] = "0";
        variables["DOTNET_TC_CallCountThreshold"] = CallsBeforeOptimising.ToString("X", CultureInfo.InvariantCulture);
        variables["DOTNET_GCHeapHardLimit"] = (function.MemorySize * 1024L * 1024L).ToString("X", CultureInfo.InvariantCulture);
    }

    private static void AddWhatLambdaReserves(
        Dictionary<string, string> variables, LambdaDefinition function, CloudContext cloud, RoleCredentials credentials, string runtimeApi,
        string logStream)
    {
        variables["_HANDLER"] = function.Handler;
        variables["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId;
        variables["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey;
        variables["AWS_SESSION_TOKEN"] = credentials.SessionToken;
        variables["AWS_REGION"] = variables["AWS_DEFAULT_REGION"] = cloud.Region;
        variables["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{function.Runtime}";
        variables["AWS_LAMBDA_FUNCTION_NAME"] = function.Name;
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemorySize.ToString(CultureInfo.InvariantCulture);
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = FunctionName.Latest;
        variables["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = function.LogGroup;
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = logStream;
        variables["AWS_LAMBDA_LOG_FORMAT"] = function.LogFormat is LogFormat.Json ? "JSON" : "Text";
        if (function.ApplicationLogLevel is { } level)
        {
            variables["AWS_LAMBDA_LOG_LEVEL"] = level;
        }

        variables["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        variables["LAMBDA_TASK_ROOT"] = function.CodeDirectory;
    }
}
