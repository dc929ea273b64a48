using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Sqs.Protocol;

namespace Engagement.Local.Sqs.Operations;

/// <summary>Redrive: gives what a dead-letter queue holds back to where it came from, or to another queue, at once.</summary>
internal sealed class MoveTasks(TimeProvider clock, QueueRegistry queues)
{
    private const int MostListed = 10;
    private readonly Lock gate = new();
    private readonly List<JsonObject> done = [];

    public JsonObject Start(Queue source, SqsCall call)
    {
        if (queues.SourcesOf(source).Count == 0)
        {
            throw SqsError.Invalid("Source queue must be configured as a Dead Letter Queue.");
        }

        if (call.Text("MaxNumberOfMessagesPerSecond") is not null)
        {
            throw SqsError.NotDone("StartMessageMoveTask with MaxNumberOfMessagesPerSecond");
        }

        var destination = call.Text("DestinationArn") is { } arn ? queues.Find(arn) ?? throw NotThere("DestinationArn") : null;
        Queue? Target(QueuedMessage message) => destination ?? (message.DeadLetterSource is { } from ? queues.Find(from) : null);
        var moved = source.TakeOut(message => Target(message) is { } target && target != source);
        foreach (var batch in moved.GroupBy(message => Target(message)!))
        {
            batch.Key.Take([.. batch], deadLetterSource: null);
        }

        return Record(source, destination, moved.Count);
    }

    public JsonObject List(Queue source, SqsCall call)
    {
        var most = call.Number("MaxResults", 1, MostListed) ?? 1;
        lock (gate)
        {
            return new()
            {
                ["Results"] = new JsonArray(
                    [.. done.Where(task => $"{task["SourceArn"]}" == source.Arn).Reverse().Take(most).Select(task => task.DeepClone())]),
            };
        }
    }

    public static AwsException NotThere(string parameter) => SqsError.Create(
        "ResourceNotFoundException", $"The resource that you specified for the {parameter} parameter doesn't exist.",
        HttpStatusCode.NotFound);

    private JsonObject Record(Queue source, Queue? destination, int moved)
    {
        var task = new JsonObject { ["Status"] = "COMPLETED", ["SourceArn"] = source.Arn };
        if (destination is not null)
        {
            task["DestinationArn"] = destination.Arn;
        }

        task["ApproximateNumberOfMessagesMoved"] = moved;
        task["ApproximateNumberOfMessagesToMove"] = moved;
        task["StartedTimestamp"] = clock.GetUtcNow().ToUnixTimeMilliseconds();
        lock (gate)
        {
            done.Add(task);
            return new() { ["TaskHandle"] = string.Create(CultureInfo.InvariantCulture, $"{source.Name}-{done.Count}") };
        }
    }
}
