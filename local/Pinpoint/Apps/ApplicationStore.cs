using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Tags;

namespace Engagement.Local.Pinpoint.Apps;

/// <summary>The account's applications.</summary>
internal sealed class ApplicationStore(CloudContext cloud, TagStore tags)
{
    private readonly ConcurrentDictionary<string, Application> applications = new(StringComparer.Ordinal);
    private int created;

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Application> All =>
        [.. applications.Values.OrderBy(each => each.CreationDate).ThenBy(each => each.Id, StringComparer.Ordinal)];

    /// <summary>One by its id.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: there is none.</exception>
    public Application Get(string id) => applications.TryGetValue(id, out var found) ? found : throw PinpointError.NotFound("application");

    /// <summary>
    /// Creates one. The first of a name always gets the same id, so that a stack's application keeps its id from run to run.
    /// </summary>
    public Application Create(string name, IReadOnlyDictionary<string, string>? firstTags)
    {
        var id = ResourceId.From($"{cloud.Region}/{cloud.Account}/{name}");
        while (applications.ContainsKey(id))
        {
            id = ResourceId.From($"{id}/{Interlocked.Increment(ref created)}");
        }

        var application = new Application(id, cloud.Arn("mobiletargeting", $"apps/{id}"), name, cloud.Clock.GetUtcNow(), cloud.Clock);
        tags.Register(application.Arn, firstTags);
        return applications.TryAdd(id, application) ? application : Create(name, firstTags);
    }

    /// <summary>Removes one with all that it holds.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: there is none.</exception>
    public Application Remove(string id)
    {
        var application = applications.TryRemove(id, out var found) ? found : throw PinpointError.NotFound("application");
        application.Campaigns.Clear();
        application.Journeys.Clear();
        tags.Remove(application.Arn);
        return application;
    }
}
