using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.Cloud;
using Engagement.Local.CloudWatch;
using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Execution;

/// <summary>
/// One process's stream in its function's log group, written as the function's role. Lines are gathered and delivered together. A role that may not
/// write has no log, and its function runs all the same, as on AWS.
/// </summary>
internal sealed class LogStream(FunctionDefinition function, string name, CloudContext cloud, IAwsEndpoint aws, ILogSink logs) : ILogSink
{
    private readonly ConcurrentQueue<(string Group, string Line)> waiting = new();
    private readonly Principal role = Principal.Role(function.Role, function.Name);
    private readonly string arn = cloud.Arn("logs", $"log-group:{function.LogGroup}:log-stream:{name}");
    private bool created;

    /// <summary>Name of the stream.</summary>
    public string Name => name;

    /// <summary>Takes a line; it is in the log once delivered.</summary>
    public void Write(string logGroup, string line) => waiting.Enqueue((logGroup, line));

    /// <summary>Delivers what has been written so far.</summary>
    public async Task DeliverAsync()
    {
        try
        {
            if (!created)
            {
                created = await CallAsync("CreateLogStream", () => true);
            }

            await CallAsync("PutLogEvents", Deliver);
        }
        catch (AwsException)
        {
            // The call log tells of it; whoever may not write, or cannot, has nobody else to tell.
            waiting.Clear();
        }
    }

    private bool Deliver()
    {
        while (waiting.TryDequeue(out var written))
        {
            logs.Write(written.Group, written.Line);
        }

        return true;
    }

    private Task<bool> CallAsync(string operation, Func<bool> execute) =>
        aws.CallAsync(role, "logs", operation, $"logs:{operation}", arn, _ => Task.FromResult(execute()), CancellationToken.None);
}
