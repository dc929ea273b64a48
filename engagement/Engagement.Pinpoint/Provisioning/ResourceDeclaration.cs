using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>
/// A Pinpoint resource that Pulumi has no type for, as the stack declares it; the input of an <c>aws.lambda.Invocation</c>. Everything that
/// is in it is shown when a pull request changes it, and a change of any of it is an update.
/// </summary>
public sealed record ResourceDeclaration
{
    /// <summary>One of <see cref="ResourceTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>Its name in the stack, once for each type. With the stack's name it is what the resource is found again by.</summary>
    public required string Name { get; init; }

    /// <summary>The Pinpoint application that holds it.</summary>
    public required string ApplicationId { get; init; }

    /// <summary>
    /// A <see cref="EndpointDeclaration"/>, <see cref="SegmentDeclaration"/>, <see cref="SmsTemplateDeclaration"/>,
    /// <see cref="JourneyDeclaration"/> or <see cref="CampaignDeclaration"/>.
    /// </summary>
    public required JsonElement Definition { get; init; }

    /// <summary>Any number; another one runs the update again, though nothing else changed.</summary>
    public int Attempt { get; init; }

    /// <summary>Whether edits that an operator made in the console may be replaced. Default: false.</summary>
    public bool OverwriteConsoleEdits { get; init; }

    /// <summary>What Pulumi adds; null in what the stack writes.</summary>
    [JsonPropertyName("tf")]
    public LifecycleStep? Step { get; init; }
}
