using System.Text.Json.Serialization;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>What <c>aws.lambda.Invocation</c> with the lifecycle scope CRUD adds to its input.</summary>
public sealed record LifecycleStep
{
    /// <summary><c>create</c>, <c>update</c> or <c>delete</c>.</summary>
    public required string Action { get; init; }

    /// <summary>
    /// The input before, of an update or a deletion. It is what was asked for, not what there is: Pulumi keeps the input of an update that
    /// failed.
    /// </summary>
    [JsonPropertyName("prev_input")]
    public ResourceDeclaration? PreviousInput { get; init; }
}
