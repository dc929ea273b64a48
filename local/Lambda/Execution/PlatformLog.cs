using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Local.CloudWatch;
using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Execution;

/// <summary>The lines that Lambda itself adds to a function's log.</summary>
/// <param name="function">The function.</param>
/// <param name="sink">Where lines go.</param>
/// <param name="clock">What the time is.</param>
internal sealed class PlatformLog(LambdaDefinition function, ILogSink sink, TimeProvider clock)
{
    private bool IsJson => function.LogFormat is LogFormat.Json;

    /// <summary>An invocation begins.</summary>
    public void Start(string requestId)
    {
        if (!IsJson)
        {
            Write($"START RequestId: {requestId} Version: {FunctionName.Latest}");
        }
        else if (function.LogsInvocations)
        {
            Write("platform.start", new JsonObject { ["requestId"] = requestId, ["version"] = FunctionName.Latest });
        }
    }

    /// <summary>Lambda had to end it.</summary>
    public void Fault(FunctionFault fault)
    {
        foreach (var line in fault.LogLine?.Split('\n') ?? [])
        {
            Write(line);
        }
    }

    /// <summary>An invocation has ended.</summary>
    public void End(string requestId, InvocationReport report)
    {
        if (!IsJson)
        {
            Write($"END RequestId: {requestId}");
            Write(Text(requestId, report));
        }
        else if (function.LogsInvocations)
        {
            Write("platform.report", Json(requestId, report));
        }
    }

    private string Text(string requestId, InvocationReport report)
    {
        var init = report.InitDuration is { } time ? Invariant($"\tInit Duration: {time.TotalMilliseconds:0.00} ms") : "";
        return Invariant($"REPORT RequestId: {requestId}\tDuration: {report.Duration.TotalMilliseconds:0.00} ms\t")
            + Invariant($"Billed Duration: {Billed(report):0} ms\t")
            + Invariant($"Memory Size: {function.MemorySize} MB\tMax Memory Used: {report.PeakMemory} MB{init}\t")
            + (report.ErrorType is { } error ? $"Status: {Status(error)}\tError Type: {error}" : "");
    }

    private JsonObject Json(string requestId, InvocationReport report)
    {
        var metrics = new JsonObject
        {
            ["durationMs"] = Math.Round(report.Duration.TotalMilliseconds, 3),
            ["billedDurationMs"] = Billed(report),
            ["memorySizeMB"] = function.MemorySize,
            ["maxMemoryUsedMB"] = report.PeakMemory,
        };
        if (report.InitDuration is { } init)
        {
            metrics["initDurationMs"] = Math.Round(init.TotalMilliseconds, 3);
        }

        var record = new JsonObject
        {
            ["requestId"] = requestId,
            ["metrics"] = metrics,
            ["status"] = report.ErrorType is { } type ? Status(type) : "success"
        };
        if (report.ErrorType is not null)
        {
            record["errorType"] = report.ErrorType;
        }

        return record;
    }

    // Since August 2025 the start of a process is billed too.
    private static double Billed(InvocationReport report) =>
        Math.Ceiling((report.Duration + (report.InitDuration ?? TimeSpan.Zero)).TotalMilliseconds);

    private static string Status(string errorType) => errorType == "Sandbox.Timedout" ? "timeout" : "error";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private void Write(string type, JsonObject record) =>
        Write(
            new JsonObject
            {
                ["time"] = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                ["type"] = type,
                ["record"] = record
            }.ToJsonString());

    private void Write(string line) => sink.Write(function.LogGroup, line);
}
