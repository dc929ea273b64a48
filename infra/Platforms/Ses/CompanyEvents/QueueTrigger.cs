using Engagement.Definitions.Announcements;
using Engagement.Infra.Functions;
using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.CompanyEvents;

/// <summary>The publisher tells the launcher of an event by the launcher's own queue. An announcement needs nothing more.</summary>
internal sealed class QueueTrigger(ReliableQueue launches) : IEventTrigger
{
    /// <inheritdoc/>
    public Grant PublishEvents => new(SesPlatform.Variable, ("LAUNCH_QUEUE_URL", launches.Queue.Url))
    {
        Statements = [new("TellLauncher") { Actions = ["sqs:SendMessage"], Resources = [launches.Queue.Arn] }],
    };

    /// <inheritdoc/>
    public void LaunchOnEvent(string name, Announcement announcement, Resource parent)
    {
        // The message names the announcement.
    }
}
