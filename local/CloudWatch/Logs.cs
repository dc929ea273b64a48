using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch.Metrics;
using Engagement.Local.Resources;

namespace Engagement.Local.CloudWatch;

/// <summary>
/// CloudWatch Logs: keeps the last lines of each group, and takes metrics and rejections out of those lines that are
/// JSON objects. A group that is written to comes to be, as with Lambda's.
/// </summary>
internal sealed class Logs : ILogSink, IResourceProvider
{
    private const int ProblemsKept = 1000;

    // Days that CloudWatch accepts; 0 for ever.
    private static readonly int[] RetentionDays = [
        0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
    ];

    private readonly CloudContext cloud;
    private readonly EmbeddedMetrics embedded;
    private readonly ConcurrentDictionary<string, LogGroup> groups = new(StringComparer.Ordinal);
    private readonly RecentItems<string> problems = new(ProblemsKept);
    private long written;

    public Logs(CloudContext cloud)
    {
        this.cloud = cloud;
        embedded = new(Metrics);
        ResourceTypes = new Dictionary<string, CreateResource>
        {
            ["aws:cloudwatch/logGroup:LogGroup"] = (request, _) => Task.FromResult(Create(request)),
        };
    }

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        ["aws:cloudwatch/logGroup:LogGroup"] = new()
        {
            Update = (request, before, _) => Task.FromResult(State(request, Group(before.Id!))),
            Delete = (group, _) =>
            {
                if (!group.Request.Flag("skipDestroy", false))
                {
                    groups.TryRemove(group.Id!, out var _);
                }

                return Task.CompletedTask;
            },
        },
    };

    /// <summary>Metrics that came in embedded metric format.</summary>
    public MetricStore Metrics { get; } = new();

    /// <summary>Rejections that the pixel's function logged.</summary>
    public Rejections Rejections { get; } = new();

    /// <summary>Events that the pixel's function logged as recorded without what they say of their user.</summary>
    public PartlyRecorded PartlyRecorded { get; } = new();

    /// <summary>Lines that should have told of a metric or a rejection but were malformed: which group, and what is wrong.</summary>
    public IReadOnlyList<string> Problems => problems.ToList();

    /// <summary>All groups, in order of name.</summary>
    public IReadOnlyList<LogGroup> Groups => [.. groups.Values.OrderBy(group => group.Name, StringComparer.Ordinal)];

    /// <summary>A group's lines, from the oldest to the newest; none where there is no such group.</summary>
    public IReadOnlyList<LogLine> Lines(string logGroup) => groups.TryGetValue(logGroup, out var group) ? group.Lines() : [];

    /// <summary>How many lines were ever written.</summary>
    public long Written => Interlocked.Read(ref written);

    public void Write(string logGroup, string line)
    {
        Group(logGroup).Write(line, Interlocked.Increment(ref written));
        if (line.StartsWith('{') && Parse(line) is { } parsed)
        {
            using (parsed)
            {
                Note(logGroup, embedded.Read(parsed.RootElement));
                Note(logGroup, Rejections.Read(parsed.RootElement));
                Note(logGroup, PartlyRecorded.Read(parsed.RootElement));
            }
        }
    }

    private static JsonDocument? Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            // A line that only looks like JSON is a line like any other; it has been kept.
            return null;
        }
    }

    private void Note(string logGroup, string? problem)
    {
        if (problem is not null)
        {
            problems.Add($"{logGroup}: {problem}");
        }
    }

    private LogGroup Group(string name) => groups.GetOrAdd(name, _ => new LogGroup(cloud.Clock, name));

    private ResourceState Create(ResourceRequest request)
    {
        var group = Group(request.PhysicalName());
        if (group.IsDeclared)
        {
            throw new AwsException(
                HttpStatusCode.BadRequest, "ResourceAlreadyExistsException", $"The specified log group already exists: {group.Name}");
        }

        return State(request, group);
    }

    private ResourceState State(ResourceRequest request, LogGroup group)
    {
        request.InRegion(cloud).Known(
            "name",
            "namePrefix",
            "retentionInDays",
            "kmsKeyId",
            "logGroupClass",
            "skipDestroy",
            "deletionProtectionEnabled",
            "tags",
            "region");
        var retention = request.Number("retentionInDays", 0);
        if (!RetentionDays.Contains(retention))
        {
            throw request.Invalid("retentionInDays", $"is {retention}, not one of {string.Join(", ", RetentionDays)}");
        }

        if (request.Text("logGroupClass") is { } kind && kind != "STANDARD")
        {
            throw request.Invalid("logGroupClass", $"is {kind}, but this local cloud has STANDARD only");
        }

        (group.IsDeclared, group.RetentionInDays) = (true, retention);
        return new(group.Name, new Dictionary<string, object>
        {
            ["arn"] = cloud.Arn("logs", $"log-group:{group.Name}"),
            ["name"] = group.Name,
            ["retentionInDays"] = retention,
            ["logGroupClass"] = "STANDARD",
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }
}
