using Engagement.Infra.Iam;
using Pulumi;

namespace Engagement.Infra.Platforms;

/// <summary>How an announcement's state machine launches its campaigns on a platform.</summary>
internal sealed record CampaignSteps
{
    /// <summary>The states, once what they deal with is known.</summary>
    public required Output<CampaignStates> States { get; init; }

    /// <summary>What the machine's role may do in these states.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>What has to be there before the first execution.</summary>
    public required IReadOnlyList<Resource> DependsOn { get; init; }
}
