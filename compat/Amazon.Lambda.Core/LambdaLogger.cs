using System;
using System.Linq;

namespace Amazon.Lambda.Core;

/// <summary>Writes log lines from anywhere; goes to the console until a runtime takes it over.</summary>
public static class LambdaLogger
{
    internal delegate void LeveledWriter(string level, Exception exception, string message, object[] args);

    internal static Action<string> PlainWriter { get; set; } = Console.WriteLine;

    internal static LeveledWriter Writer { get; set; } = WriteToConsole;

    public static void Log(string message) => PlainWriter(message);

    public static void Log(string level, string message, params object[] args) => Writer(level, null, message, args);

    public static void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) => Writer(level, exception, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) => Log(level.ToString(), exception, message, args);

    private static void WriteToConsole(string level, Exception exception, string message, object[] args)
    {
        var arguments = args is { Length: > 0 } ? " Arguments:" + string.Concat(args.Select(arg => $" \"{arg}\"")) : "";
        Console.WriteLine($"{level}: {message}{arguments}");
        if (exception != null)
        {
            Console.WriteLine(exception);
        }
    }
}
