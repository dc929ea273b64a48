using Engagement.Definitions.Announcements;
using Engagement.Infra.Functions;
using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.Platforms;

/// <summary>
/// How a platform tells customers of company events. The ledger says which campaigns to launch: an event, a date and a state machine are
/// only reasons to look.
/// </summary>
internal interface IAnnouncements
{
    /// <summary>Lets the publisher record a company event, so that announcements of <see cref="LaunchOnEvent"/> see it.</summary>
    Grant PublishEvents { get; }

    /// <summary>Lets the launcher launch a campaign for a segment, and find the campaigns that it has launched.</summary>
    Grant LaunchCampaigns { get; }

    /// <summary>The platform's own queues of what could not be done.</summary>
    IReadOnlyList<DeadLetterQueue> DeadLetterQueues { get; }

    /// <summary>Declares alarms on customers who went without a message, or without the user attributes that the message sets.</summary>
    /// <param name="name">Begins the names of alarms.</param>
    /// <param name="parent">Parent of the alarms.</param>
    void DeclareAlarms(string name, Resource parent);

    /// <summary>Lets recorded company events call the launcher.</summary>
    /// <param name="name">Begins the names of resources.</param>
    /// <param name="launcher">The function that launches campaigns.</param>
    /// <param name="parent">Parent of the resources.</param>
    /// <returns>What has to be there before an event may call.</returns>
    Resource Connect(string name, HandlerFunction launcher, Resource parent);

    /// <summary>Has the launcher called for each event of an announcement.</summary>
    /// <param name="name">Name of the resource.</param>
    /// <param name="announcement">The announcement.</param>
    /// <param name="launcher">The function that launches campaigns.</param>
    /// <param name="connection">What <see cref="Connect"/> answered.</param>
    /// <param name="parent">Parent of the resources.</param>
    void LaunchOnEvent(string name, Announcement announcement, HandlerFunction launcher, Resource connection, Resource parent);

    /// <summary>Has the campaigns of an announcement launched on their dates.</summary>
    /// <param name="name">Name of the resource.</param>
    /// <param name="announcement">The announcement.</param>
    /// <param name="parent">Parent of the resources.</param>
    void LaunchOnDates(string name, Announcement announcement, Resource parent);

    /// <summary>How a state machine launches the campaigns of an announcement.</summary>
    CampaignSteps LaunchBySteps(Announcement announcement);
}
