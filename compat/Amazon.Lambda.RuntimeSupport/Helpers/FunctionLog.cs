using System;
using System.IO;
using System.Threading;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Gives every line that a function writes its time, request id and level, in the format and from the level on that Lambda was told to log.
/// </summary>
internal sealed class FunctionLog
{
    private static TextWriter plainOut;
    private static TextWriter plainError;
    private static TextWriter formattedOut;
    private static TextWriter formattedError;

    private readonly Lock gate = new();
    private readonly TextWriter output;
    private readonly LogLevel lowest;
    private readonly LogFormat format;

    private FunctionLog(TextWriter output)
    {
        this.output = output;
        lowest = Setting("LEVEL")?.ToUpperInvariant() switch
        {
            "FATAL" => LogLevel.Critical,
            "WARN" => LogLevel.Warning,
            { } level when Enum.TryParse<LogLevel>(level, true, out var parsed) => parsed,
            _ => LogLevel.Information,
        };
        format = Enum.TryParse<LogFormat>(Setting("FORMAT"), true, out var named) ? named : LogFormat.Default;
    }

    /// <summary>The invocation under way; null before the first.</summary>
    public ILambdaContext Context { get; set; }

    /// <summary>Takes over the console, so that lines that a function writes there are formatted too.</summary>
    public static FunctionLog OverConsole()
    {
        // A second bootstrap in the same process must not format what the first has formatted already.
        plainOut = ReferenceEquals(Console.Out, formattedOut) ? plainOut : Console.Out;
        plainError = ReferenceEquals(Console.Error, formattedError) ? plainError : Console.Error;
        var log = new FunctionLog(plainOut);
        Console.SetOut(new LineFormattingWriter(plainOut, line => log.WriteLine(nameof(LogLevel.Information), null, line)));
        Console.SetError(new LineFormattingWriter(plainError, line => log.WriteTo(plainError, nameof(LogLevel.Error), null, line, [])));
        (formattedOut, formattedError) = (Console.Out, Console.Error);
        LambdaLogger.PlainWriter = message => log.WriteLine(null, null, message);
        LambdaLogger.Writer = (level, exception, message, args) => log.WriteLine(level, exception, message, args);
        return log;
    }

    public void WriteException(Exception exception) => WriteLine(nameof(LogLevel.Error), exception, null);

    public void WriteLine(string level, Exception exception, string message, params object[] args) => WriteTo(output, level, exception, message, args);

    private void WriteTo(TextWriter writer, string level, Exception exception, string message, object[] args)
    {
        // A level that is none passes every filter and is shown as the lowest, as the published package has it.
        var known = Enum.TryParse<LogLevel>(level, true, out var parsed);
        if (known && parsed < lowest)
        {
            return;
        }

        var template = new MessageTemplate(message ?? "", args);
        var time = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
        var line = format is LogFormat.Json
            ? LogLines.Json(time, Context, parsed, exception, template)
            : LogLines.Text(format is LogFormat.Default ? $"{time}\t{Context?.AwsRequestId}\t" : null, parsed, exception, template.Text);
        lock (gate)
        {
            writer.WriteLine(line);
        }
    }

    private static string Setting(string name)
    {
        var own = Environment.GetEnvironmentVariable($"AWS_LAMBDA_HANDLER_LOG_{name}");
        return string.IsNullOrEmpty(own) ? Environment.GetEnvironmentVariable($"AWS_LAMBDA_LOG_{name}") : own;
    }
}
