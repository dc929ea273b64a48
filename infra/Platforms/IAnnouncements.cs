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
    /// <summary>Lets the launcher launch a campaign for a segment, and find the campaigns that it has launched.</summary>
    /// <param name="retries">The queue that the launcher consumes.</param>
    Grant LaunchCampaigns(ReliableQueue retries);

    /// <summary>The platform's own queues of what could not be done.</summary>
    IReadOnlyList<DeadLetterQueue> DeadLetterQueues { get; }

    /// <summary>Declares alarms on customers who went without a message, or without the user attributes that the message sets.</summary>
    /// <param name="name">Begins the names of alarms.</param>
    /// <param name="parent">Parent of the alarms.</param>
    void DeclareAlarms(string name, Resource parent);

    /// <summary>Lets company events call the launcher.</summary>
    /// <param name="name">Begins the names of resources.</param>
    /// <param name="launcher">The function that launches campaigns.</param>
    /// <param name="retries">The queue that the launcher consumes.</param>
    /// <param name="parent">Parent of the resources.</param>
    IEventTrigger Connect(string name, HandlerFunction launcher, ReliableQueue retries, Resource parent);

    /// <summary>Has the campaigns of an announcement launched on their dates.</summary>
    /// <param name="name">Name of the resource.</param>
    /// <param name="announcement">The announcement.</param>
    /// <param name="parent">Parent of the resources.</param>
    void LaunchOnDates(string name, Announcement announcement, Resource parent);

    /// <summary>How a state machine launches the campaigns of an announcement.</summary>
    CampaignSteps LaunchBySteps(Announcement announcement);
}
