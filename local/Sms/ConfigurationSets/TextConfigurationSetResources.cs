using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.Sms.ConfigurationSets;

/// <summary><c>aws:pinpoint/smsvoicev2ConfigurationSet:Smsvoicev2ConfigurationSet</c> and its event destinations.</summary>
internal sealed class TextConfigurationSetResources(CloudContext cloud, TextConfigurationSets sets)
{
    private const string Set = "aws:pinpoint/smsvoicev2ConfigurationSet:Smsvoicev2ConfigurationSet";
    private const string Destination = "aws:pinpoint/smsvoicev2EventDestination:Smsvoicev2EventDestination";

    public IReadOnlyDictionary<string, CreateResource> Types => new Dictionary<string, CreateResource>
    {
        [Set] = (request, _) => Task.FromResult(State(request, sets.Create(request.RequiredText("name")))),
        [Destination] = (request, _) => Task.FromResult(Tell(request)),
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        [Set] = new()
        {
            Update = (request, before, _) => Task.FromResult(State(request, sets.Get(before.Id!))),
            Delete = (set, _) => Do(() => sets.Remove(set.Id!)),
        },
        [Destination] = new()
        {
            NameInput = "eventDestinationName",
            Update = (request, _, _) => Task.FromResult(Tell(request)),
            Delete = (destination, _) => Do(() => sets.Get(destination.Request.RequiredText("configurationSetName"))
                .Destinations.TryRemove(destination.Request.RequiredText("eventDestinationName"), out var _)),
        },
    };

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private ResourceState State(ResourceRequest request, TextConfigurationSet set)
    {
        request.InRegion(cloud).Known("name", "region", "tags");
        return new(set.Name, new Dictionary<string, object>
        {
            ["arn"] = set.Arn,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }

    private ResourceState Tell(ResourceRequest request)
    {
        request.InRegion(cloud)
            .Known("configurationSetName", "enabled", "eventDestinationName", "matchingEventTypes", "region", "snsDestination");
        var (set, name) = (sets.Get(request.RequiredText("configurationSetName")), request.RequiredText("eventDestinationName"));
        set.Destinations[name] = new(
            request.Block("snsDestination").RequiredText("topicArn"),
            request.List("matchingEventTypes").Cast<string>().Select(type => Known(request, type)).ToHashSet(StringComparer.Ordinal),
            request.Flag("enabled", true));
        return new($"{set.Name}|{name}", new Dictionary<string, object> { ["configurationSetArn"] = set.Arn });
    }

    private static string Known(ResourceRequest request, string eventType) => TextEventTypes.All.Contains(eventType)
        ? eventType
        : throw request.Invalid("matchingEventTypes", $"holds {eventType}, which is none of {string.Join(", ", TextEventTypes.All)}");
}
