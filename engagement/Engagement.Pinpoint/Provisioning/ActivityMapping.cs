using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>Declared activities as Pinpoint's.</summary>
internal static class ActivityMapping
{
    /// <summary>All activities of a journey.</summary>
    public static Dictionary<string, Activity> Activities(
        IReadOnlyDictionary<string, ActivityDeclaration> declared, JourneyDeclaration journey) =>
        declared.ToDictionary(each => each.Key, each => Activity(each.Value, journey), StringComparer.Ordinal);

    /// <summary>
    /// What of an activity was declared that a journey of one call does not have, for <see cref="JourneyMapping.Fingerprint"/>: journeys
    /// that were made before there were other activities keep theirs.
    /// </summary>
    public static IEnumerable<string?> Declared(Activity activity)
    {
        foreach (var condition in activity.ConditionalSplit?.Condition?.Conditions ?? [])
        {
            if (condition.EventCondition?.Dimensions?.Attributes?.ContainsKey(JourneyDeclaration.SendAttribute) != true)
            {
                yield return Shown(condition);
            }
        }

        if (activity.Wait is { } wait)
        {
            yield return wait.WaitTime?.WaitFor;
            yield return wait.NextActivity;
        }

        foreach (var branch in activity.MultiCondition?.Branches ?? [])
        {
            yield return Shown(branch.Condition);
            yield return branch.NextActivity;
        }

        if (activity.MultiCondition is { } multi)
        {
            yield return multi.DefaultActivity;
        }
    }

    private static Activity Activity(ActivityDeclaration declared, JourneyDeclaration journey) => declared switch
    {
        ActivityDeclaration.Ask ask => new() { CUSTOM = Call(ask, journey) },
        ActivityDeclaration.Choose { Ways.Count: 1 } choose => new() { ConditionalSplit = YesOrNo(choose) },
        ActivityDeclaration.Choose choose => new() { MultiCondition = OneOfSeveral(choose) },
        ActivityDeclaration.Send send => new() { EMAIL = Email(send) },
        ActivityDeclaration.Wait wait => new() { Wait = new() { WaitTime = new() { WaitFor = wait.For }, NextActivity = wait.Next } },
        _ => throw new ArgumentOutOfRangeException(nameof(declared), declared, "Pinpoint has no such activity."),
    };

    private static CustomMessageActivity Call(ActivityDeclaration.Ask ask, JourneyDeclaration journey) => new()
    {
        DeliveryUri = journey.FunctionArn,
        EndpointTypes = [.. journey.Channels],
        MessageConfig = new() { Data = ask.Data },
        NextActivity = ask.Next,
    };

    private static EmailMessageActivity Email(ActivityDeclaration.Send send) => new()
    {
        TemplateName = send.Template,
        MessageConfig = send.From is null ? null : new() { FromAddress = send.From },
        NextActivity = send.Next,
    };

    private static ConditionalSplitActivity YesOrNo(ActivityDeclaration.Choose choose)
    {
        var (value, next) = choose.Ways.Single();
        return new()
        {
            Condition = new() { Operator = Operator.ALL, Conditions = [Answers(choose, value)] },
            TrueActivity = next,
            FalseActivity = choose.Otherwise,
        };
    }

    private static MultiConditionalSplitActivity OneOfSeveral(ActivityDeclaration.Choose choose) => new()
    {
        Branches =
        [
            .. choose.Ways.Select(way => new MultiConditionalBranch { Condition = Answers(choose, way.Key), NextActivity = way.Value }),
        ],
        DefaultActivity = choose.Otherwise,
    };

    private static SimpleCondition Answers(ActivityDeclaration.Choose choose, string value) => new()
    {
        EventCondition = new()
        {
            MessageActivity = choose.Of,
            Dimensions = new()
            {
                Attributes = new() { [choose.Attribute] = new() { AttributeType = AttributeType.INCLUSIVE, Values = [value] } },
            },
        },
    };

    private static string Shown(SimpleCondition? condition) => string.Join(
        ' ',
        (condition?.EventCondition?.Dimensions?.Attributes ?? [])
            .Select(pair => $"{condition!.EventCondition.MessageActivity} {pair.Key} {string.Join(',', pair.Value.Values ?? [])}"));
}
