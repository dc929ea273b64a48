using System.Globalization;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Condition = Engagement.Definitions.Segments.SegmentCondition;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>A declared journey as Pinpoint's request, and a journey of Pinpoint's as what is declared of one.</summary>
public static class JourneyMapping
{
    private const string FirstActivity = "call";
    private const string SplitActivity = "chosen";
    private const string SendActivity = "send";

    public static WriteJourneyRequest Request(string name, JourneyDeclaration journey) => new()
    {
        Name = name,
        State = State.DRAFT,
        StartActivity = journey.StartActivity ?? FirstActivity,
        StartCondition = Start(journey),
        RefreshFrequency = journey.RefreshEvery,
        Activities = journey.Activities is { } declared ? ActivityMapping.Activities(declared, journey) : Activities(journey),
        // Zero is as often as it likes: the company endpoint enters with every event, and of a customer's reminders the function knows
        // which it was.
        Limits = new() { EndpointReentryCap = 0 },
    };

    private static StartCondition Start(JourneyDeclaration journey) => journey.EventType is null
        ? new() { SegmentStartCondition = new() { SegmentId = journey.SegmentId } }
        : new()
        {
            EventStartCondition = new()
            {
                SegmentId = journey.SegmentId,
                EventFilter = new() { FilterType = FilterType.ENDPOINT, Dimensions = Dimensions(journey.EventType, journey.Where ?? []) },
            },
        };

    private static EventDimensions Dimensions(string eventType, IReadOnlyList<Condition> where)
    {
        var dimensions = SegmentMapping.Dimensions(where);
        return new()
        {
            EventType = new() { DimensionType = DimensionType.INCLUSIVE, Values = [eventType] },
            Attributes = dimensions.Attributes,
            Metrics = dimensions.Metrics,
        };
    }

    private static Dictionary<string, Activity> Activities(JourneyDeclaration journey)
    {
        var call = new CustomMessageActivity
        {
            DeliveryUri = journey.FunctionArn,
            EndpointTypes = [.. journey.Channels],
            MessageConfig = new() { Data = journey.Data },
        };
        if (journey.Template is null)
        {
            return new() { [FirstActivity] = new() { CUSTOM = call } };
        }

        call.NextActivity = SplitActivity;
        return new()
        {
            [FirstActivity] = new() { CUSTOM = call },
            [SplitActivity] = new()
            {
                ConditionalSplit = new()
                {
                    Condition = new() { Operator = Operator.ALL, Conditions = [new() { EventCondition = IsChosen }] },
                    TrueActivity = SendActivity,
                },
            },
            [SendActivity] = new()
            {
                EMAIL = new()
                {
                    TemplateName = journey.Template,
                    MessageConfig = journey.From is null ? null : new() { FromAddress = journey.From },
                },
            },
        };
    }

    private static EventCondition IsChosen => new()
    {
        MessageActivity = FirstActivity,
        Dimensions = new()
        {
            Attributes = new()
            {
                [JourneyDeclaration.SendAttribute] = new()
                {
                    AttributeType = AttributeType.INCLUSIVE,
                    Values = [JourneyDeclaration.SendValue],
                },
            },
        },
    };

    /// <summary>
    /// What of a journey was declared, as 16 hexadecimal digits: another value means that the console or another program changed it.
    /// </summary>
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
        yield return journey.RefreshFrequency;
        yield return (journey.Limits?.EndpointReentryCap ?? 0).ToString(CultureInfo.InvariantCulture);
        foreach (var (id, activity) in (journey.Activities ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return id;
            yield return KindOf(activity);
            yield return activity.CUSTOM?.DeliveryUri;
            yield return Joined(activity.CUSTOM?.EndpointTypes);
            yield return activity.CUSTOM?.MessageConfig?.Data;
            yield return activity.CUSTOM?.TemplateName;
            yield return activity.CUSTOM?.NextActivity;
            yield return activity.ConditionalSplit?.TrueActivity;
            yield return activity.ConditionalSplit?.FalseActivity;
            yield return activity.EMAIL?.TemplateName;
            yield return activity.EMAIL?.MessageConfig?.FromAddress;
            yield return activity.EMAIL?.NextActivity;
            foreach (var text in ActivityMapping.Declared(activity))
            {
                yield return text;
            }
        }

        foreach (var (name, metric) in (start?.EventFilter?.Dimensions?.Metrics ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{name} {metric.ComparisonOperator} {metric.Value}");
        }
    }

    private static string KindOf(Activity activity) =>
        activity.CUSTOM is not null
            ? "CUSTOM"
            : activity.ConditionalSplit is not null ? "split" : activity.EMAIL is not null ? "EMAIL" : "another kind";

    private static string Joined(List<string>? values) => string.Join(',', values ?? []);
}
