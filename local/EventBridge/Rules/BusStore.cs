using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Events;
using Engagement.Local.EventBridge.Protocol;

namespace Engagement.Local.EventBridge.Rules;

/// <summary>All buses by name; the default one is always there.</summary>
internal sealed class BusStore
{
    private readonly CloudContext cloud;
    private readonly ConcurrentDictionary<string, EventBus> buses = new(StringComparer.Ordinal);

    public BusStore(CloudContext cloud)
    {
        this.cloud = cloud;
        Create(EventEntry.DefaultBus);
    }

    public string Arn(string name) => cloud.Arn("events", $"event-bus/{name}");

    /// <summary>ARN of a rule: the default bus does not stand in it.</summary>
    public string RuleArn(string bus, string rule) =>
        cloud.Arn("events", bus == EventEntry.DefaultBus ? $"rule/{rule}" : $"rule/{bus}/{rule}");

    /// <summary>A bus by name or ARN, or null.</summary>
    public EventBus? Find(string nameOrArn) => buses.GetValueOrDefault(nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..]);

    /// <exception cref="Aws.AwsException">There is none.</exception>
    public EventBus Get(string nameOrArn) => Find(nameOrArn) ?? throw EventsError.NotFound($"Event bus {nameOrArn}");

    /// <exception cref="Aws.AwsException">There is one of that name.</exception>
    public EventBus Create(string name)
    {
        var bus = new EventBus(name, Arn(name));
        return buses.TryAdd(name, bus) ? bus : throw EventsError.Exists($"Event bus {name}");
    }

    /// <summary>Removes a bus; nothing happens where there is none.</summary>
    /// <exception cref="Aws.AwsException">It has rules.</exception>
    public void Remove(string name)
    {
        if (Find(name)?.Rules.Any() == true)
        {
            throw EventsError.Validation($"Event bus {name} can't be deleted since it has rules.");
        }

        buses.TryRemove(name, out _);
    }
}
