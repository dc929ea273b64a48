using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Gateway;

/// <summary>What a <see cref="RestApiStage"/> is made of.</summary>
internal sealed record RestApiStageArgs
{
    public required Aws.ApiGateway.RestApi Api { get; init; }

    /// <summary>The API's body.</summary>
    public required Output<string> Definition { get; init; }

    public required AccessLogFormat AccessLog { get; init; }

    public required int LogRetentionDays { get; init; }

    /// <summary>Requests a second on average, 1 to 10,000.</summary>
    public required int RateLimit { get; init; }

    /// <summary>Requests that may come at once above the rate, 1 to 5,000.</summary>
    public required int BurstLimit { get; init; }

    /// <summary>What has to be there before the first request; null entries count as absent.</summary>
    public required IReadOnlyList<Resource?> DependsOn { get; init; }
}
