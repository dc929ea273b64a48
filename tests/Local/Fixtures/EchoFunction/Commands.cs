using System.Collections;
using Amazon.Lambda.Core;

namespace EchoFunction;

/// <summary>Everything that a test may want of a function.</summary>
internal static class Commands
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    public static async Task<Answer> RunAsync(Command command, ILambdaContext context)
    {
        var answer = new Answer(Environment.ProcessId, context.AwsRequestId, Tf: command.Tf);
        switch (command.Do)
        {
            case "write":
                Console.Write($"{command.Text}\n");
                return answer;
            case "fail":
                throw new InvalidOperationException(command.Text);
            case "hang":
                Console.Write("waiting\n");
                await Task.Delay(Timeout.InfiniteTimeSpan);
                return answer;
            case "wait":
                Console.Write("waiting\n");
                while (!File.Exists(command.Text))
                {
                    await Task.Delay(Glance);
                }

                return answer;
            case "exit":
                Environment.Exit(command.Number);
                return answer;
            case "environment":
                return answer with { Variables = Variables() };
            case "memory":
                return answer with { Number = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes };
            case "time":
                return answer with { Number = (long)context.RemainingTime.TotalMilliseconds };
            case "now":
                await Task.Delay(Glance, TimeProvider.System);
                return answer with { Now = TimeProvider.System.GetUtcNow(), Machine = DateTime.UtcNow };
            case "long":
                return answer with { Text = new string('x', command.Number) };
            default:
                return answer with { Text = command.Text };
        }
    }

    private static SortedDictionary<string, string> Variables()
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return variables;
    }
}
