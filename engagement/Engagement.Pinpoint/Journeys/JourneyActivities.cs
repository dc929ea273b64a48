using System.Globalization;
using System.Xml;
using Engagement.Definitions.Journeys;
using Engagement.Journeys;
using Engagement.Pinpoint.Provisioning;

namespace Engagement.Pinpoint.Journeys;

/// <summary>
/// The activities of a customers' journey. Pinpoint is the clock and the sender; at each moment it asks a function which message or wait
/// comes next. Ways that meet again share what follows.
/// </summary>
public sealed class JourneyActivities
{
    /// <summary>Activities of one journey ("Journey quotas" in the Pinpoint developer guide).</summary>
    public const int Most = 40;

    // "Multivariate split": one of as many as five paths, the default included (service model, MultiConditionalSplitActivity).
    private const int MostWays = 4;

    private readonly SortedDictionary<string, ActivityDeclaration> activities = new(StringComparer.Ordinal);
    private readonly JourneyVersion version;
    private readonly Func<string, string> nameOf;
    private readonly string? from;

    private JourneyActivities(JourneyVersion version, Func<string, string> nameOf, string? from) =>
        (this.version, this.nameOf, this.from) = (version, nameOf, from);

    /// <summary>The activity that each passage begins with.</summary>
    public static string Start => Ask(StepPosition.First);

    private Journey Journey => version.Journey;

    /// <param name="version">The journey.</param>
    /// <param name="nameOf">The name that a template of the definitions has in Pinpoint.</param>
    /// <param name="from">Sender of the messages; null for that of the e-mail channel.</param>
    public static IReadOnlyDictionary<string, ActivityDeclaration> Create(JourneyVersion version, Func<string, string> nameOf, string? from)
    {
        var created = new JourneyActivities(version, nameOf, from);
        created.AddMoment(StepPosition.First);
        return created.activities;
    }

    /// <summary>How many activities a journey takes.</summary>
    public static int Count(Journey journey) => Create(JourneyVersion.From(journey), template => template, from: null).Count;

    private static string Ask(StepPosition moment) => Id("ask", moment);

    // An activity's id has letters and digits alone.
    private static string Id(string prefix, StepPosition position) => prefix + position.Text.Replace('.', 'x');

    private void AddMoment(StepPosition moment)
    {
        var ask = Ask(moment);
        if (activities.ContainsKey(ask))
        {
            return;
        }

        var next = JourneyWays.Next(Journey, moment);
        var waits = Journey.Between is not null && next.Any(position => position.In(Journey) is JourneyStep.Send);
        AddQuestion(ask, new(Journey.Name, version.Id, moment), next, waits ? Id("large", moment) : null);
        if (waits)
        {
            AddHours(moment, next);
        }

        foreach (var position in next)
        {
            AddStep(position);
        }
    }

    private void AddStep(StepPosition position)
    {
        var after = JourneyWays.After(Journey, position);
        if (position.In(Journey) is JourneyStep.Send send)
        {
            activities[Id("send", position)] = new ActivityDeclaration.Send(nameOf(send.Template), from, AfterMessage(after));
        }
        else if (position.In(Journey) is JourneyStep.Wait wait)
        {
            activities[Id("wait", position)] =
                new ActivityDeclaration.Wait(XmlConvert.ToString(wait.Time), after is { } moment ? Ask(moment) : null);
        }

        switch (after?.In(Journey))
        {
            case JourneyStep.Wait when position.In(Journey) is JourneyStep.Send:
                AddStep(after.Value);
                break;
            case not null:
                AddMoment(after.Value);
                break;
        }
    }

    private string? AfterMessage(StepPosition? after) => after is not { } position ? null
        : position.In(Journey) is JourneyStep.Wait ? Id("wait", position)
        : Ask(position);

    private void AddQuestion(string ask, JourneyQuestion question, IReadOnlyList<StepPosition> next, string? later)
    {
        var ways = next.Select(position => (position.Text, Id(position.In(Journey) is JourneyStep.Send ? "send" : "wait", position)));
        AddChoices(ask, JourneyAnswer.Next, later is null ? [.. ways] : [(JourneyAnswer.Later, later), .. ways]);
        activities[ask] = new ActivityDeclaration.Ask(question.Data, next.Count == 0 ? null : $"{ask}go0");
    }

    private void AddChoices(string ask, string attribute, (string Value, string Activity)[] ways)
    {
        (string Value, string Activity)[][] parts = [.. ways.Chunk(MostWays)];
        for (var i = 0; i < parts.Length; i++)
        {
            var otherwise = i + 1 < parts.Length ? $"{ask}go{i + 1}" : null;
            activities[$"{ask}go{i}"] = new ActivityDeclaration.Choose(
                ask, attribute, parts[i].ToDictionary(way => way.Value, way => way.Activity), otherwise);
        }
    }

    // The wait for the hours in which a message may come, in two parts, and the question once more.
    private void AddHours(StepPosition moment, IReadOnlyList<StepPosition> next)
    {
        var (large, small, again) = (Id("large", moment), Id("small", moment), Id("again", moment));
        AddParts(Ask(moment), large, JourneyAnswer.Large, JourneyAnswer.LargeParts, small);
        AddParts(Ask(moment), small, JourneyAnswer.Small, JourneyAnswer.SmallParts, again);
        AddQuestion(again, new(Journey.Name, version.Id, moment, Again: true), next, later: null);
    }

    private void AddParts(string ask, string id, string attribute, IReadOnlyList<int> parts, string then)
    {
        var texts = parts.Select(hours => hours.ToString(CultureInfo.InvariantCulture)).ToList();
        activities[id] = new ActivityDeclaration.Choose(ask, attribute, texts.ToDictionary(hours => hours, hours => $"{id}h{hours}"), then);
        foreach (var hours in texts)
        {
            activities[$"{id}h{hours}"] = new ActivityDeclaration.Wait($"PT{hours}H", then);
        }
    }
}
