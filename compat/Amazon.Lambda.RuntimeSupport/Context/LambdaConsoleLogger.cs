using System;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The logger of an invocation's context.</summary>
internal sealed class LambdaConsoleLogger : ILambdaLogger
{
    private readonly FunctionLog log;

    public LambdaConsoleLogger(FunctionLog log) => this.log = log;

    // Without a line end, and without the prefix of a line, as the published package has it.
    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => log.WriteLine(nameof(LogLevel.Information), null, message);

    public void Log(string level, string message) => log.WriteLine(level, null, message);

    public void Log(string level, string message, params object[] args) => log.WriteLine(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args) => log.WriteLine(level, exception, message, args);
}
