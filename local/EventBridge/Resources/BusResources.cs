using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Events;
using Engagement.Local.EventBridge.Rules;
using Engagement.Local.Resources;

namespace Engagement.Local.EventBridge.Resources;

/// <summary><c>aws:cloudwatch/eventBus:EventBus</c> and <c>aws:cloudwatch/eventBusPolicy:EventBusPolicy</c>.</summary>
internal sealed partial class BusResources(CloudContext cloud, BusStore buses)
{
    public IReadOnlyDictionary<string, CreateResource> Types => new Dictionary<string, CreateResource>
    {
        ["aws:cloudwatch/eventBus:EventBus"] = (request, _) => Task.FromResult(Create(request)),
        ["aws:cloudwatch/eventBusPolicy:EventBusPolicy"] = (request, _) => Task.FromResult(SetPolicy(request)),
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        ["aws:cloudwatch/eventBus:EventBus"] = new()
        {
            Update = (request, before, _) => Task.FromResult(State(request, buses.Get(before.Id!))),
            Delete = (bus, _) =>
            {
                buses.Remove(bus.Id!);
                return Task.CompletedTask;
            },
        },
        ["aws:cloudwatch/eventBusPolicy:EventBusPolicy"] = new()
        {
            Update = (request, _, _) => Task.FromResult(SetPolicy(request)),
            Delete = (policy, _) =>
            {
                buses.Find(policy.Id!)?.Policy = null;
                return Task.CompletedTask;
            },
        },
    };

    private ResourceState Create(ResourceRequest request)
    {
        request.InRegion(cloud).Known("description", "kmsKeyIdentifier", "name", "region", "tags");
        var name = request.PhysicalName();
        if (!BusName().IsMatch(name))
        {
            throw request.Invalid("name", $"'{name}' is not 1 to 256 letters, digits, hyphens, underscores and dots");
        }

        return State(request, buses.Create(name));
    }

    private ResourceState State(ResourceRequest request, EventBus bus)
    {
        request.InRegion(cloud).Known("description", "kmsKeyIdentifier", "name", "region", "tags");
        return new(
            bus.Name,
            new Dictionary<string, object>
            {
                ["arn"] = bus.Arn,
                ["name"] = bus.Name,
                ["region"] = cloud.Region,
                ["tagsAll"] = request.Texts("tags").AsOutput()
            });
    }

    private ResourceState SetPolicy(ResourceRequest request)
    {
        request.InRegion(cloud).Known("eventBusName", "policy", "region");
        var bus = buses.Get(request.Text("eventBusName") ?? EventEntry.DefaultBus);
        bus.Policy = request.RequiredText("policy");
        return new(bus.Name, new Dictionary<string, object> { ["eventBusName"] = bus.Name });
    }

    [GeneratedRegex("^[a-zA-Z0-9._-]{1,256}$", RegexOptions.CultureInvariant)]
    private static partial Regex BusName();
}
