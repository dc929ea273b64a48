using System.Globalization;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Provisioning;
using ProvisionPinpoint.Provisioning;

namespace ProvisionPinpoint.Pinpoint;

/// <summary>A declared journey as Pinpoint's request, and a journey of Pinpoint's as what is declared of one.</summary>
internal static class JourneyMapping
{
    private const string OnlyActivity = "call";

    public static WriteJourneyRequest Request(string name, JourneyDeclaration journey) => new()
    {
        Name = name,
        State = State.DRAFT,
        StartActivity = OnlyActivity,
        StartCondition = new()
        {
            EventStartCondition = new()
            {
                SegmentId = journey.SegmentId,
                EventFilter = new()
                {
                    FilterType = FilterType.ENDPOINT,
                    Dimensions = new() { EventType = new() { DimensionType = DimensionType.INCLUSIVE, Values = [journey.EventType] } },
                },
            },
        },
        Activities = new()
        {
            [OnlyActivity] = new()
            {
                CUSTOM = new() { DeliveryUri = journey.FunctionArn, EndpointTypes = [.. journey.Channels], MessageConfig = new() { Data = journey.Data } },
            },
        },
        // Zero is as often as it likes: the company endpoint enters with every event.
        Limits = new() { EndpointReentryCap = 0 },
    };

    /// <summary>What of a journey was declared, as 16 hexadecimal digits: another value means that somebody else changed it.</summary>
    public static string Fingerprint(JourneyResponse journey) => DefinitionText.Hash(string.Join('\n', Declared(journey)));

    private static IEnumerable<string?> Declared(JourneyResponse journey)
    {
        var start = journey.StartCondition?.EventStartCondition;
        yield return journey.StartActivity;
        yield return start?.SegmentId;
        yield return start?.EventFilter?.FilterType?.Value;
        yield return start?.EventFilter?.Dimensions?.EventType?.DimensionType?.Value;
        yield return Joined(start?.EventFilter?.Dimensions?.EventType?.Values);
        yield return (start?.EventFilter?.Dimensions?.Attributes?.Count ?? 0).ToString(CultureInfo.InvariantCulture);
        yield return journey.StartCondition?.SegmentStartCondition?.SegmentId;
        yield return (journey.Limits?.EndpointReentryCap ?? 0).ToString(CultureInfo.InvariantCulture);
        foreach (var (id, activity) in (journey.Activities ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return id;
            yield return activity.CUSTOM is null ? "another kind" : "CUSTOM";
            yield return activity.CUSTOM?.DeliveryUri;
            yield return Joined(activity.CUSTOM?.EndpointTypes);
            yield return activity.CUSTOM?.MessageConfig?.Data;
            yield return activity.CUSTOM?.TemplateName;
            yield return activity.CUSTOM?.NextActivity;
        }
    }

    private static string Joined(List<string>? values) => string.Join(',', values ?? []);
}
