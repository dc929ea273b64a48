using Engagement.Definitions.Announcements;
using Engagement.Infra.Functions;
using Pulumi;

namespace Engagement.Infra.Platforms;

/// <summary>How a company event gets the launcher to look at the ledger.</summary>
internal interface IEventTrigger
{
    /// <summary>Lets the publisher pull the trigger.</summary>
    Grant PublishEvents { get; }

    /// <summary>Declares what an announcement needs for its events to get through.</summary>
    /// <param name="name">Name of the resource.</param>
    /// <param name="announcement">The announcement.</param>
    /// <param name="parent">Parent of the resources.</param>
    void LaunchOnEvent(string name, Announcement announcement, Resource parent);
}
