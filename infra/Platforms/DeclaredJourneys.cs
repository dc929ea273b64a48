using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.Platforms;

/// <summary>What a platform declared for journeys.</summary>
internal sealed record DeclaredJourneys
{
    /// <summary>The queues that keep what could not be done.</summary>
    public required IReadOnlyList<DeadLetterQueue> DeadLetterQueues { get; init; }

    /// <summary>What has to be there before customers may enter the versions of this deployment.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];
}
