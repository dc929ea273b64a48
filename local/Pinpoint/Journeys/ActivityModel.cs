using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Local.Pinpoint.Campaigns;
using Engagement.Local.Pinpoint.Segments;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>One step of a journey: exactly one of its kinds.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Activity
{
    public ConditionalSplitActivity? ConditionalSplit { get; init; }

    public JsonElement? ContactCenter { get; init; }

    [JsonPropertyName("CUSTOM")]
    public CustomMessageActivity? Custom { get; init; }

    public string? Description { get; init; }

    [JsonPropertyName("EMAIL")]
    public MessageActivity? Email { get; init; }

    public HoldoutActivity? Holdout { get; init; }

    public MultiConditionalSplitActivity? MultiCondition { get; init; }

    [JsonPropertyName("PUSH")]
    public MessageActivity? Push { get; init; }

    public RandomSplitActivity? RandomSplit { get; init; }

    [JsonPropertyName("SMS")]
    public MessageActivity? Sms { get; init; }

    public WaitActivity? Wait { get; init; }

    /// <summary>The activities that may come next.</summary>
    public IEnumerable<string?> Next() =>
    [
        ConditionalSplit?.TrueActivity, ConditionalSplit?.FalseActivity, Custom?.NextActivity, Email?.NextActivity, Holdout?.NextActivity,
        MultiCondition?.DefaultActivity, .. (MultiCondition?.Branches ?? []).Select(branch => branch.NextActivity), Push?.NextActivity,
        .. (RandomSplit?.Branches ?? []).Select(branch => branch.NextActivity), Sms?.NextActivity, Wait?.NextActivity,
    ];

    /// <summary>How many kinds it has.</summary>
    public int Kinds() =>
        new object?[]
        {
            ConditionalSplit,
            ContactCenter,
            Custom,
            Email,
            Holdout,
            MultiCondition,
            Push,
            RandomSplit,
            Sms,
            Wait
        }.Count(kind => kind is not null);
}

/// <summary>Calls a function.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CustomMessageActivity
{
    public string? DeliveryUri { get; init; }

    public IReadOnlyList<string>? EndpointTypes { get; init; }

    public CustomMessage? MessageConfig { get; init; }

    public string? NextActivity { get; init; }

    public string? TemplateName { get; init; }

    public string? TemplateVersion { get; init; }
}

/// <summary>Sends a template.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MessageActivity
{
    /// <summary>Settings of the channel, kept as they are given.</summary>
    public JsonElement? MessageConfig { get; init; }

    public string? NextActivity { get; init; }

    public string? TemplateName { get; init; }

    public string? TemplateVersion { get; init; }
}

/// <summary>Waits.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WaitActivity(string? NextActivity, WaitTime? WaitTime);

/// <summary>An ISO 8601 duration, or an instant for all.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WaitTime(string? WaitFor, string? WaitUntil);

/// <summary>Yes or no.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ConditionalSplitActivity(
    SplitCondition? Condition, WaitTime? EvaluationWaitTime, string? FalseActivity, string? TrueActivity);

/// <summary>Conditions and how they combine, <c>ALL</c> or <c>ANY</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SplitCondition(IReadOnlyList<SimpleCondition>? Conditions, string? Operator);

/// <summary>What a participant must have done or be like: one of the three.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SimpleCondition(
    EventCondition? EventCondition, MembershipCondition? SegmentCondition, SegmentDimensions? SegmentDimensions);

/// <summary>An event that a participant must have sent, or that a message of the journey must have had.</summary>
/// <param name="Dimensions">Which events count.</param>
/// <param name="MessageActivity">Activity whose events count; those of every activity where it is null.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EventCondition(EventDimensions? Dimensions, string? MessageActivity);

/// <summary>The first branch whose condition is met.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MultiConditionalSplitActivity(
    IReadOnlyList<MultiConditionalBranch>? Branches, string? DefaultActivity, WaitTime? EvaluationWaitTime);

/// <summary>One branch.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MultiConditionalBranch(SimpleCondition? Condition, string? NextActivity);

/// <summary>A branch by chance.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RandomSplitActivity(IReadOnlyList<RandomSplitEntry>? Branches);

/// <summary>One branch and its share in percent.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RandomSplitEntry(string? NextActivity, int? Percentage);

/// <summary>Lets some participants, in percent, go no further.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record HoldoutActivity(string? NextActivity, int? Percentage);
