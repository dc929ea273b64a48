using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Local.Lambda.Execution;

/// <summary>How an invocation fails that no function reported: the words are Lambda's.</summary>
/// <param name="Type">Lambda's name for it, such as <c>Sandbox.Timedout</c>.</param>
/// <param name="Message">What the caller is told.</param>
/// <param name="LogLine">What the log is told; null for nothing.</param>
internal sealed record FunctionFault(string Type, string Message, string? LogLine)
{
    private const string Unhandled = "Unhandled";

    /// <summary>The error object that the caller gets.</summary>
    public byte[] Payload => Encoding.UTF8.GetBytes(new JsonObject { ["errorType"] = Type, ["errorMessage"] = Message }.ToJsonString());

    /// <summary>The invocation's outcome.</summary>
    public InvocationResult Result => new(Payload, Unhandled);

    /// <summary>It took longer than the function's timeout.</summary>
    public static FunctionFault TimedOut(string requestId, TimeSpan timeout, DateTimeOffset at)
    {
        var problem = string.Create(CultureInfo.InvariantCulture, $"Task timed out after {timeout.TotalSeconds:0.00} seconds");
        return new FunctionFault(
            "Sandbox.Timedout",
            $"RequestId: {requestId} Error: {problem}",
            string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {requestId} {problem}"));
    }

    /// <summary>The process ended before it answered.</summary>
    public static FunctionFault Exited(string requestId, int exitCode)
    {
        var problem = $"RequestId: {requestId} Error: Runtime exited {Reason(exitCode)}";
        return new FunctionFault("Runtime.ExitError", problem, $"{problem}\nRuntime.ExitError");
    }

    /// <summary>The answer is larger than Lambda takes.</summary>
    public static FunctionFault ResponseTooLarge() => new(
        "Function.ResponseSizeTooLarge",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Response payload size exceeded maximum allowed payload size ({LambdaLimits.ResponseBytes} bytes)."),
        null);

    // A process that a signal ended has 128 and the signal's number as its exit code.
    private static string Reason(int exitCode) => exitCode switch
    {
        0 => "without providing a reason",
        134 => "with error: signal: aborted",
        137 => "with error: signal: killed",
        139 => "with error: signal: segmentation fault",
        143 => "with error: signal: terminated",
        _ => $"with error: exit status {exitCode.ToString(CultureInfo.InvariantCulture)}",
    };
}
