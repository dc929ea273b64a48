using Engagement.Local.Aws;
using Engagement.Local.Cloud;
using Engagement.Local.Lambda;
using Engagement.Local.Resources;
using Engagement.Local.Sqs;

namespace Engagement.Local.WebConsole.Map;

/// <summary>The deployed resources that something flows through, as boxes by id.</summary>
internal static class StackParts
{
    private const string Queue = "aws:sqs/queue:Queue";

    /// <summary>Id of what sends e-mails and texts, for stacks that name no service of their own for it.</summary>
    public const string Sending = "sending";

    /// <summary>Id of those who get messages.</summary>
    public const string Customers = "customers";

    /// <summary>The boxes of what stands, dead-letter queues left out: what is in them shows at their queue or rule.</summary>
    public static Dictionary<string, MapPart> Read(LocalCloud cloud)
    {
        var queues = cloud.Service<SqsService>().States();
        var counts = cloud.Service<LambdaService>().Metrics
            .Where(metric => metric.Name is "Errors" or "Invocations")
            .ToLookup(metric => (metric.Resource, metric.Name), metric => (long)metric.Value);
        return cloud.Graph.Standing
            .Select(resource => Part(resource, queues, counts))
            .OfType<MapPart>()
            .DistinctBy(part => part.Id, StringComparer.Ordinal)
            .ToDictionary(part => part.Id, StringComparer.Ordinal);
    }

    /// <summary>Names of the queues for what was given up, by queues, rules and functions: nothing takes from them.</summary>
    public static IReadOnlySet<string> DeadLetterQueues(LocalCloud cloud) => cloud.Graph.Standing
        .Where(resource => resource.Request.Type == Queue && IsForDeadLetters(resource))
        .Select(resource => NameIn(resource.Output("arn")))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Messages in a queue, whatever their state.</summary>
    public static int Held(QueueState? queue) => queue is null ? 0 : queue.Visible + queue.InFlight + queue.Delayed;

    /// <summary>The id that arrows name a resource by.</summary>
    public static string IdOf(DeployedResource resource) => resource.Request.Type switch
    {
        "aws:apigateway/restApi:RestApi" => $"api:{resource.Id}",
        "aws:ses/configurationSet:ConfigurationSet" or "aws:sesv2/configurationSet:ConfigurationSet" => Sending,
        _ => resource.Output("arn"),
    };

    private static MapPart? Part(
        DeployedResource resource, IReadOnlyList<QueueState> queues, ILookup<(string Function, string Name), long> counts)
    {
        var name = resource.Request.Name;
        return resource.Request.Type switch
        {
            "aws:apigateway/restApi:RestApi" => Plain(resource, "API Gateway"),
            Queue => QueuePart(resource, queues),
            "aws:lambda/function:Function" => FunctionPart(resource, counts),
            "aws:cloudwatch/eventRule:EventRule" => Plain(resource, resource.Request.Text("scheduleExpression") ?? "event rule"),
            "aws:cloudwatch/eventBus:EventBus" => Plain(resource, "event bus"),
            "aws:sfn/stateMachine:StateMachine" => Plain(resource, "state machine") with { View = "stack" },
            "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream" => Plain(resource, "recorded events") with { View = "events" },
            "aws:sns/topic:Topic" => Plain(resource, "topic"),
            "aws:pinpoint/app:App" => Plain(resource, "Amazon Pinpoint") with { Name = "Pinpoint" },
            "aws:sesv2/configurationSet:ConfigurationSet" => Plain(resource, "e-mail and texts") with { Name = "SES", View = "outbox" },
            _ => null,
        };

        MapPart Plain(DeployedResource each, string detail) =>
            new() { Id = IdOf(each), Name = name, Detail = detail, View = ViewOf(each) };
    }

    private static MapPart? QueuePart(DeployedResource resource, IReadOnlyList<QueueState> queues)
    {
        var name = NameIn(resource.Output("arn"));
        var state = queues.FirstOrDefault(queue => queue.Name == name);
        var (waiting, given) = (Held(state), Held(queues.FirstOrDefault(queue => queue.DeadLetterOf == name)));
        return state is null || IsForDeadLetters(resource) ? null : new()
        {
            Id = resource.Output("arn"),
            Name = resource.Request.Name,
            Detail = given > 0 ? $"queue, {given} given up" : waiting > 0 ? $"queue, {waiting} wait" : "queue",
            View = $"queues/{name}",
            IsBad = given > 0,
            IsWaiting = waiting > 0,
        };
    }

    private static MapPart FunctionPart(DeployedResource resource, ILookup<(string Function, string Name), long> counts)
    {
        var name = NameIn(resource.Output("arn"));
        var (runs, failed) = (counts[(name, "Invocations")].Sum(), counts[(name, "Errors")].Sum());
        return new()
        {
            Id = resource.Output("arn"),
            Name = resource.Request.Name,
            Detail = failed > 0 ? $"{Runs(runs)}, {failed} failed" : runs > 0 ? Runs(runs) : "function",
            View = ViewOf(resource),
            IsBad = failed > 0,
        };
    }

    private static string Runs(long number) => number == 1 ? "1 run" : $"{number} runs";

    // A queue that something is taken from says where to give up to.
    private static bool IsForDeadLetters(DeployedResource resource) => resource.Request.Text("redrivePolicy") is null;

    private static string NameIn(string arn) => arn[(arn.LastIndexOf(':') + 1)..];

    private static string ViewOf(DeployedResource resource) =>
        $"stack/{Uri.EscapeDataString(resource.Request.Type)}/{Uri.EscapeDataString(resource.Request.Name)}";
}
