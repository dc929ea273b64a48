using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Engagement.Local.Aws;
using Engagement.Local.Lambda;
using Engagement.Local.Resources;
using Engagement.Local.Sqs;

namespace Engagement.Local.EventSources;

/// <summary>
/// Lambda's event source mappings of queues. As the function's role, they gather messages into batches on the cloud's clock, invoke the
/// function, and delete what it handled. Disposing ends the polling.
/// </summary>
internal sealed class EventSourceMappings(
    CloudContext cloud, IAwsEndpoint endpoint, IFunctions functions, IQueues queues, DeliveryLog? log = null)
    : IResourceProvider, IDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly MappingInputs inputs = new(cloud, functions, queues);
    private readonly ConcurrentDictionary<(string Queue, string Function), EventSourceMapping> mappings = new();

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes => new Dictionary<string, CreateResource>
    {
        ["aws:lambda/eventSourceMapping:EventSourceMapping"] = CreateAsync,
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        ["aws:lambda/eventSourceMapping:EventSourceMapping"] = new()
        {
            Update = UpdateAsync,
            Delete = (mapping, _) =>
            {
                Remove(mapping.Id!);
                return Task.CompletedTask;
            },
        },
    };

    /// <summary>The latest messages that functions were given; none where nothing keeps them.</summary>
    public IReadOnlyList<DeliveredMessage> Delivered => log?.Latest ?? [];

    /// <summary>All mappings.</summary>
    public IReadOnlyCollection<EventSourceMapping> All => [.. mappings.Values];

    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    private async Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var settings = inputs.Read(request);
        var mapping = new EventSourceMapping(settings, cloud, endpoint, functions, queues, log);
        await mapping.CheckPermissionsAsync(cancellationToken);
        var existing = mappings.GetOrAdd((settings.QueueArn, settings.Function.Arn), mapping);
        if (existing != mapping)
        {
            throw new AwsException(
                HttpStatusCode.Conflict,
                "ResourceConflictException",
                $"An event source mapping with SQS arn (\" {settings.QueueArn} \") and function (\" {settings.Function.Name} \") already "
                    + $"exists. Please update or delete the existing mapping with UUID {existing.Id}");
        }

        if (settings.Enabled)
        {
            mapping.Start(end.Token);
        }

        return State(mapping);
    }

    /// <summary>The mapping as it is now takes over from the one before, which delivers what it has received.</summary>
    private async Task<ResourceState> UpdateAsync(ResourceRequest request, DeployedResource before, CancellationToken cancellationToken)
    {
        var settings = inputs.Read(request);
        var mapping = new EventSourceMapping(settings, cloud, endpoint, functions, queues, log, before.Id);
        await mapping.CheckPermissionsAsync(cancellationToken);
        Remove(before.Id!);
        mappings[(settings.QueueArn, settings.Function.Arn)] = mapping;
        if (settings.Enabled)
        {
            mapping.Start(end.Token);
        }

        return State(mapping);
    }

    private void Remove(string id)
    {
        foreach (var (key, mapping) in mappings.Where(pair => pair.Value.Id == id).ToList())
        {
            mapping.Stop();
            mappings.TryRemove(key, out _);
        }
    }

    private ResourceState State(EventSourceMapping mapping) => new(mapping.Id, new Dictionary<string, object>
    {
        ["uuid"] = mapping.Id,
        ["arn"] = cloud.Arn("lambda", $"event-source-mapping:{mapping.Id}"),
        ["functionArn"] = mapping.Settings.Function.Arn,
        ["batchSize"] = mapping.Settings.BatchSize,
        ["maximumBatchingWindowInSeconds"] = mapping.Settings.Window.TotalSeconds,
        ["state"] = mapping.Settings.Enabled ? "Enabled" : "Disabled",
        ["stateTransitionReason"] = "USER_INITIATED",
        ["lastModified"] = mapping.ModifiedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["lastProcessingResult"] = mapping.LastProcessingResult,
    });
}
