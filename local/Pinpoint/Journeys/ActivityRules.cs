using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Segments;
using Engagement.Local.Pinpoint.Templates;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>What Pinpoint demands of an activity.</summary>
internal sealed class ActivityRules(TemplateStore templates)
{
    /// <summary>Characters that a function may be told (service model, JourneyCustomMessage).</summary>
    public const int MaximumData = 5_000;

    /// <summary>Branches of a RandomSplit (service model, RandomSplitActivity).</summary>
    public const int MaximumRandomBranches = 5;

    /// <summary>
    /// Branches of a MultiCondition, beside the default: the user guide's "Add a multivariate split activity" has up to four and "Else".
    /// </summary>
    public const int MaximumConditionalBranches = 4;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(365);

    /// <summary>Checks an activity, of a draft or not.</summary>
    /// <exception cref="AwsException">It breaks a rule, or needs what this cloud does not do.</exception>
    public static void Check(string id, Activity activity)
    {
        Require.That(id.Length is > 0 and <= 100 && id.All(char.IsAsciiLetterOrDigit), "An activity's id has 1 to 100 letters and digits.");
        Require.That(activity.Kinds() == 1, "An activity is of exactly one kind.");
        Require.NotSet(
            ("ContactCenter", activity.ContactCenter is not null),
            ("CUSTOM with a template", activity.Custom?.TemplateName is not null),
            ("CUSTOM with a web hook", activity.Custom?.DeliveryUri?.StartsWith("https:", StringComparison.Ordinal) == true),
            ("PUSH with a template", activity.Push?.TemplateName is not null));
        Require.That(
            (activity.Custom?.MessageConfig?.Data?.Length ?? 0) <= MaximumData,
            $"MessageConfig.Data has at most {MaximumData} characters.");
        Require.That(activity.Wait is null or { WaitTime: not null }, "A Wait has a WaitTime.");
        CheckWait(activity.Wait?.WaitTime);
        CheckWait(activity.ConditionalSplit?.EvaluationWaitTime);
        CheckWait(activity.MultiCondition?.EvaluationWaitTime);
        CheckShares(activity);
        foreach (var condition in Conditions(activity))
        {
            CheckCondition(condition);
        }
    }

    /// <summary>Checks what an activity needs to be published.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: it is not complete.</exception>
    public void CheckComplete(Activity activity, Application application)
    {
        Require.That(activity.Custom is null or { DeliveryUri: not null }, "CUSTOM: DeliveryUri is missing.");
        Require.That(
            activity.Email is not { } email || Exists(email, "EMAIL"), "EMAIL: TemplateName names no e-mail template that exists.");
        Require.That(activity.Sms is not { } sms || Exists(sms, "SMS"), "SMS: TemplateName names no SMS template that exists.");
        Require.NotSet(("PUSH", activity.Push is not null));
        Require.That(
            Conditions(activity).All(each =>
                each.SegmentCondition is not { } segment || (segment.SegmentId is { } id && application.Segments.Find(id) is not null)),
            "A condition names a segment that does not exist.");
    }

    /// <summary>The activities whose messages an activity's conditions ask about.</summary>
    public static IEnumerable<string> AskedAbout(Activity activity) =>
        Conditions(activity).Select(condition => condition.EventCondition?.MessageActivity).OfType<string>();

    /// <summary>Checks the dimensions of an event.</summary>
    public static void CheckEvent(EventDimensions dimensions)
    {
        DimensionRules.CheckSet(dimensions.EventType, "EventType");
        DimensionRules.CheckAttributes(dimensions.Attributes, "Attributes");
        DimensionRules.CheckMetrics(dimensions.Metrics);
    }

    private static IEnumerable<SimpleCondition> Conditions(Activity activity) =>
        (activity.ConditionalSplit?.Condition?.Conditions ?? []).Concat(
            (activity.MultiCondition?.Branches ?? []).Select(branch => branch.Condition).OfType<SimpleCondition>());

    private static void CheckCondition(SimpleCondition condition)
    {
        Require.That(
            new object?[]
            {
                condition.EventCondition,
                condition.SegmentCondition,
                condition.SegmentDimensions
            }.Count(each => each is not null) == 1,
            "A condition is of exactly one kind.");
        if (condition.EventCondition is { } happened)
        {
            Require.That(happened.Dimensions is not null, "EventCondition.Dimensions is missing.");
            CheckEvent(happened.Dimensions!);
            CheckOfMessage(happened);
        }

        if (condition.SegmentDimensions is { } dimensions)
        {
            DimensionRules.Check(dimensions);
        }
    }

    // An event of the application's own starts campaigns and journeys, but decides no split (service model, EventDimensions.EventType).
    private static void CheckOfMessage(EventCondition condition)
    {
        Require.That(
            condition.MessageActivity is not null || condition.Dimensions!.EventType is not null,
            "An EventCondition has a MessageActivity or an EventType.");
        Require.That(
            condition.Dimensions!.EventType?.Values is not { } types || types.All(IsStandard),
            "An EventCondition of a journey is about standard events of its messages, such as _email.delivered, and no custom ones.");
    }

    private static bool IsStandard(string? eventType) => eventType?.StartsWith('_') == true;

    private static void CheckShares(Activity activity)
    {
        var branches = activity.RandomSplit?.Branches;
        Require.That((branches?.Count ?? 0) <= MaximumRandomBranches, $"A RandomSplit has at most {MaximumRandomBranches} branches.");
        Require.That(
            (activity.MultiCondition?.Branches?.Count ?? 0) <= MaximumConditionalBranches,
            $"A MultiCondition has at most {MaximumConditionalBranches} branches.");
        Require.That(
            activity.RandomSplit is null || branches?.Sum(branch => (long)(branch.Percentage ?? 0)) == 100,
            "The branches of a RandomSplit have 100 percent together.");
        Require.That(activity.Holdout is null or { Percentage: >= 0 and <= 100 }, "Holdout.Percentage is 0 to 100.");
        Require.That(activity.ConditionalSplit?.Condition?.Operator is null or "ALL" or "ANY", "Condition.Operator is ALL or ANY.");
    }

    private static void CheckWait(WaitTime? wait)
    {
        if (wait is not null)
        {
            Require.That((wait.WaitFor is null) != (wait.WaitUntil is null), "A wait time has either WaitFor or WaitUntil.");
            Require.That(
                wait.WaitFor is not { } text
                    || (JourneyDuration.TryParse(text, out var duration) && duration >= ShortestWait && duration <= LongestWait),
                "WaitFor is an ISO 8601 duration of an hour to 365 days.");
            Require.That(wait.WaitUntil is not { } instant || Iso8601.TryParse(instant, out _), "WaitUntil is an ISO 8601 date and time.");
        }
    }

    private bool Exists(MessageActivity activity, string type) =>
        activity.TemplateName is { } name && templates.Find(name, type, activity.TemplateVersion) is not null;
}
