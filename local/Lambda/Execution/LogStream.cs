using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.Lambda.Deployment;

namespace Engagement.Local.Lambda.Execution;

/// <summary>
/// One process's stream in its function's log group, written as the function's role. Whether the role may write is asked once an
/// invocation, and its
/// lines then go to the log as they come. A role that may not write has no log, and its function runs all the same, as on AWS.
/// </summary>
internal sealed class LogStream(LambdaDefinition function, string name, CloudContext cloud, IAwsEndpoint aws, ILogSink logs) : ILogSink
{
    private readonly Lock gate = new();
    private readonly ConcurrentQueue<(string Group, string Line)> waiting = new();
    private readonly Principal role = Principal.Role(function.Role, function.Name);
    private readonly string arn = cloud.Arn("logs", $"log-group:{function.LogGroup}:log-stream:{name}");
    private bool exists;
    private bool isOpen;

    /// <summary>Name of the stream.</summary>
    public string Name => name;

    /// <summary>Takes a line. While it is not known whether the role may write, lines wait.</summary>
    public void Write(string logGroup, string line)
    {
        waiting.Enqueue((logGroup, line));
        Deliver();
    }

    /// <summary>Opens the stream for an invocation, if the role may write to it.</summary>
    public async Task OpenAsync()
    {
        try
        {
            exists = exists || await CallAsync("CreateLogStream");
            isOpen = await CallAsync("PutLogEvents");
            Deliver();
        }
        catch (AwsException)
        {
            // The call log tells of it, and the log, which is closed, cannot.
            isOpen = false;
            waiting.Clear();
        }
    }

    private void Deliver()
    {
        lock (gate)
        {
            while (isOpen && waiting.TryDequeue(out var written))
            {
                logs.Write(written.Group, written.Line);
            }
        }
    }

    private Task<bool> CallAsync(string operation) =>
        aws.CallAsync(role, "logs", operation, $"logs:{operation}", arn, _ => Task.FromResult(true), CancellationToken.None);
}
