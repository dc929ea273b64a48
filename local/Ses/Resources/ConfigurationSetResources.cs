using Engagement.Local.Aws;
using Engagement.Local.Resources;
using Engagement.Local.Ses.Accounts;
using Engagement.Local.Ses.ConfigurationSets;

namespace Engagement.Local.Ses.Resources;

/// <summary><c>aws:sesv2/configurationSet:ConfigurationSet</c> and its event destinations.</summary>
internal sealed class ConfigurationSetResources(CloudContext cloud, ConfigurationSetStore sets)
{
    private const string Set = "aws:sesv2/configurationSet:ConfigurationSet";
    private const string Destination = "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination";

    // Those that need a person (OPEN, CLICK), SES's templates or its lists of contacts never happen here.
    private static readonly string[] EventTypes =
        ["SEND", "REJECT", "BOUNCE", "COMPLAINT", "DELIVERY", "OPEN", "CLICK", "RENDERING_FAILURE", "DELIVERY_DELAY", "SUBSCRIPTION"];

    public IReadOnlyDictionary<string, CreateResource> Types => new Dictionary<string, CreateResource>
    {
        [Set] = (request, _) => Task.FromResult(Create(request)),
        [Destination] = (request, _) => Task.FromResult(Tell(request)),
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        [Set] = new()
        {
            NameInput = "configurationSetName",
            Update = (request, before, _) => Task.FromResult(Configure(request, sets.Get(before.Id!))),
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

    private ResourceState Create(ResourceRequest request) =>
        Configure(request, sets.Create(request.RequiredText("configurationSetName")));

    // Mail is not sent over TLS here, nor is reputation counted: the settings of both change nothing.
    private ResourceState Configure(ResourceRequest request, ConfigurationSet set)
    {
        request.InRegion(cloud).Known(
            "configurationSetName", "deliveryOptions", "region", "reputationOptions", "sendingOptions", "suppressionOptions", "tags");
        set.IsSendingEnabled = request.Block("sendingOptions").Flag("sendingEnabled", true);
        set.SuppressedReasons = request.Inputs.ContainsKey("suppressionOptions")
            ? [.. request.Block("suppressionOptions").List("suppressedReasons").Cast<string>()]
            : SuppressionReasons.All;
        return new(set.Name, new Dictionary<string, object>
        {
            ["arn"] = set.Arn,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }

    private ResourceState Tell(ResourceRequest request)
    {
        request.InRegion(cloud).Known("configurationSetName", "eventDestination", "eventDestinationName", "region");
        var block = request.Block("eventDestination").Known("enabled", "matchingEventTypes", "snsDestination");
        var (set, name) = (sets.Get(request.RequiredText("configurationSetName")), request.RequiredText("eventDestinationName"));
        set.Destinations[name] = new(
            block.Block("snsDestination").RequiredText("topicArn"),
            block.List("matchingEventTypes").Cast<string>().Select(type => Known(block, type)).ToHashSet(StringComparer.Ordinal),
            block.Flag("enabled", false));
        return new($"{set.Name}|{name}", new Dictionary<string, object>());
    }

    private static string Known(ResourceRequest request, string eventType) => EventTypes.Contains(eventType)
        ? eventType
        : throw request.Invalid("matchingEventTypes", $"holds {eventType}, which is none of {string.Join(", ", EventTypes)}");
}
