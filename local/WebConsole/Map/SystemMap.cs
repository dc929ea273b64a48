using Engagement.Local.Cloud;
using Engagement.Local.CloudWatch;
using Engagement.Local.Lambda;
using Engagement.Local.Platforms;
using Engagement.Local.Sqs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.WebConsole.Map;

/// <summary><c>/_local/map</c>: the system as a picture, drawn from what is deployed, with what has gone through it so far.</summary>
internal sealed record SystemMap(IReadOnlyList<MapFigure> Figures, IReadOnlyList<MapFlow> Flows)
{
    private const string Browser = "browser";
    private const string BackEnd = "back end";
    private const string Clock = "time";
    private const string Mailbox = "mailbox";

    // Who is at the beginning, by the name that the stack's program gives what they call.
    private static readonly (string Who, string Resource)[] Entries =
    [
        (Browser, "pixel"), (BackEnd, "company-events-api"), (BackEnd, "publish-company-event-bus"), (Mailbox, "subscriptions-api"),
        (Mailbox, "feedback"),
    ];

    private static readonly (string Who, string Name, string Says)[] Beginnings =
    [
        (Browser, "What a visitor does", "Tag Manager's image tag tells of it. A queue keeps the event until it is recorded."),
        (BackEnd, "What the company does", "One event, such as a release, becomes a message for each segment."),
        (Clock, "What time brings", "Reminders, campaigns with a date, and the next step of each journey."),
        (Mailbox, "What customers answer", "Bounces, complaints, and the choice to get no more."),
    ];

    public static void Map(RouteGroupBuilder local, Func<LocalCloud> cloud) => local.MapGet("map", () => Results.Json(Read(cloud())));

    /// <summary>The system now.</summary>
    public static SystemMap Read(LocalCloud cloud)
    {
        var parts = StackParts.Read(cloud);
        AddOutside(parts);
        List<MapArrow> arrows = [.. new StackArrows(cloud).Read(), .. Outside(parts, RunningPlatform.From(cloud))];
        MapArrow[] drawn = [.. arrows.Where(arrow => parts.ContainsKey(arrow.From) && parts.ContainsKey(arrow.To)).Distinct()];
        return new(FiguresOf(cloud), [.. Beginnings.Select(each => Flow(each, parts, drawn)).Where(flow => flow.Edges.Count > 0)]);
    }

    private static void AddOutside(Dictionary<string, MapPart> parts)
    {
        Add(Browser, "Visitor", "browser with Tag Manager", "tag");
        Add(BackEnd, "Company", "back end, marketer", "announcements");
        Add(Clock, "Time", "the clock", null);
        Add(Mailbox, "Customer", "mailbox, telephone", null);
        Add(StackParts.Customers, "Customers", "get messages", "outbox");

        void Add(string id, string name, string detail, string? view) =>
            parts[id] = new() { Id = id, Name = name, Detail = detail, View = view, IsOutside = true };
    }

    private static IEnumerable<MapArrow> Outside(Dictionary<string, MapPart> parts, IRunningPlatform platform) =>
    [
        .. from part in parts.Values
           from entry in Entries
           where part.Name == entry.Resource
           select new MapArrow(entry.Who, part.Id, null, null),
        .. from part in parts.Values
           where part.Detail.StartsWith("rate(", StringComparison.Ordinal) || part.Detail.StartsWith("cron(", StringComparison.Ordinal)
           select new MapArrow(Clock, part.Id, null, null),
        .. from part in parts.Values
           where part.Id == StackParts.Sending || part.Name == "Pinpoint"
           select new MapArrow(part.Id, StackParts.Customers, "messages", platform.Sendings),
    ];

    private static MapFlow Flow((string Who, string Name, string Says) beginning, Dictionary<string, MapPart> parts, MapArrow[] arrows)
    {
        HashSet<string> reached = [beginning.Who];
        List<MapArrow> taken = [];
        for (Queue<string> next = new(reached); next.TryDequeue(out var id);)
        {
            foreach (var arrow in arrows.Where(arrow => arrow.From == id && (id != StackParts.Sending || arrow.To == StackParts.Customers)))
            {
                taken.Add(arrow);
                if (reached.Add(arrow.To))
                {
                    next.Enqueue(arrow.To);
                }
            }
        }

        return new(beginning.Name, beginning.Says, [.. reached.Select(id => parts[id])], taken);
    }

    private static MapFigure[] FiguresOf(LocalCloud cloud)
    {
        var queues = cloud.Service<SqsService>().States();
        var platform = RunningPlatform.From(cloud);
        var failed = cloud.Service<LambdaService>().Metrics.Where(metric => metric.Name == "Errors").Sum(metric => (long)metric.Value);
        var deadLetters = StackParts.DeadLetterQueues(cloud);
        var held = queues.ToLookup(queue => deadLetters.Contains(queue.Name), queue => (long)StackParts.Held(queue));
        var dead = held[true].Sum();
        return
        [
            new("events recorded", platform.EventCount, "events", false),
            new("messages sent", platform.Sendings, "outbox", false),
            new("pixels rejected", cloud.Service<Logs>().Rejections.Count, "rejected", false),
            new("wait in queues", held[false].Sum(), "queues", false),
            new("given up", dead, "queues", dead > 0),
            new("failed runs", failed, "logs", failed > 0),
        ];
    }
}
