using System.Globalization;

namespace Engagement.Definitions.Journeys;

/// <summary>Reads the steps of a journey.</summary>
internal sealed class JourneyStepsReader(DefinitionReader reader, JourneyNamesReader names, JourneyTimesReader times)
{
    private const string Key = "steps";
    private const int MostSteps = 20;
    private const int MostLevels = 3;
    private const int MostShares = 5;

    private static readonly TimeSpan LongestWay = TimeSpan.FromDays(365);
    private static readonly string[] Kinds = ["send", "wait", "if", "split"];
    private static readonly string[] Branches = ["then", "else"];

    public IReadOnlyList<JourneyStep> Read(DefinitionFields journey)
    {
        if (reader.Required(journey, Key, "they are what the journey does") is not { } node)
        {
            return [];
        }

        var path = journey.PathOf(Key);
        var errors = reader.Errors.Count();
        var steps = List(node, path, new(Level: 1, Sent: [], IsFollowed: false));
        var read = new Journey { Name = "", Event = "", Again = default, Steps = steps.Steps };
        if (node is DefinitionList && steps.Count is 0 or > MostSteps)
        {
            reader.Report(node, path, $"{steps.Count} steps, those inside others counted; 1 to {MostSteps} are possible");
        }
        else if (errors == reader.Errors.Count() && steps.Sent.Count == 0)
        {
            reader.Report(node, path, "sends no message");
        }
        else if (read.LongestWait > LongestWay)
        {
            reader.Report(node, path, $"the waits of the longest way make {read.LongestWait.Days} days; 365 are possible");
        }

        return steps.Steps;
    }

    private ReadSteps List(DefinitionNode node, string path, StepPlace place)
    {
        if (node is not DefinitionList list)
        {
            reader.Report(node, path, $"a list of steps is expected, not {node.Kind}");
            return new([], [], 0);
        }

        if (place.Level > MostLevels)
        {
            reader.Report(node, path, $"is {place.Level} levels deep; {MostLevels} are possible");
            return new([], [], 0);
        }

        var read = new ReadSteps([], place.Sent, 0);
        var lastSending = LastSending(list);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var here = place with { Sent = read.Sent, IsFollowed = place.IsFollowed || i < lastSending };
            var step = Step(list.Items[i], $"{path}[{i}]", here);
            read = new([.. read.Steps, .. step.Steps], [.. read.Sent.Union(step.Sent, StringComparer.Ordinal)], read.Count + step.Count);
        }

        return read;
    }

    // The index of the last item that sends or may hold what sends; what cannot be read is taken for one that does.
    private static int LastSending(DefinitionList list) =>
        list.Items.Select((item, index) => item is DefinitionMapping { Entries: [{ Name: "wait" }] } ? -1 : index).DefaultIfEmpty(-1).Max();

    private ReadSteps Step(DefinitionNode node, string path, StepPlace place)
    {
        if (reader.Fields(node, path, [.. Kinds, .. Branches]) is not { } fields)
        {
            return new([], [], 1);
        }

        string[] given = [.. Kinds.Where(fields.Known.ContainsKey)];
        if (given.Length != 1)
        {
            reader.Report(
                node,
                path,
                $"has {(given.Length == 0 ? "none" : string.Join(" and ", given))}; a step is one of {string.Join(", ", Kinds)}");
            return new([], [], 1);
        }

        foreach (var branch in Branches.Where(key => given[0] != "if" && fields.Value(key) is not null))
        {
            reader.Report(fields.Value(branch)!, fields.PathOf(branch), "belongs to an if");
        }

        return given[0] switch
        {
            "send" => Send(fields, place),
            "wait" => Wait(fields, path, place),
            "if" => If(fields, place),
            _ => Split(fields, place),
        };
    }

    private ReadSteps Send(DefinitionFields fields, StepPlace place)
    {
        const string key = "send";
        if (names.Optional(fields, key, NameKind.Template) is not { } template)
        {
            return new([], [], 1);
        }

        if (place.Sent.Contains(template, StringComparer.Ordinal))
        {
            reader.Report(
                fields.Value(key)!,
                fields.PathOf(key),
                $"'{template}' was sent before on this way; a customer gets a template once an entry");
        }

        return new([new JourneyStep.Send(template)], [template], 1);
    }

    private ReadSteps Wait(DefinitionFields fields, string path, StepPlace place)
    {
        const string key = "wait";
        if (!place.IsFollowed)
        {
            reader.Report(fields.Mapping, path, "nothing follows this wait");
        }

        return times.Wait(fields.Value(key)!, fields.PathOf(key)) is { } time
            ? new([new JourneyStep.Wait(time)], [], 1)
            : new([], [], 1);
    }

    private ReadSteps If(DefinitionFields fields, StepPlace place)
    {
        var condition = Condition(fields);
        var then = reader.Required(fields, "then", "it lists the steps where the condition holds") is { } node
            ? List(node, fields.PathOf("then"), place.Deeper)
            : new([], [], 0);
        var otherwise = fields.Value("else") is { } other ? List(other, fields.PathOf("else"), place.Deeper) : new([], [], 0);
        return new(
            condition is null ? [] : [new JourneyStep.If(condition, then.Steps, otherwise.Steps)],
            [.. then.Sent.Union(otherwise.Sent, StringComparer.Ordinal)],
            1 + then.Count + otherwise.Count);
    }

    private JourneyCondition? Condition(DefinitionFields step)
    {
        const string key = "if";
        if (reader.Fields(step.Value(key)!, step.PathOf(key), "did", "segment") is not { } fields)
        {
            return null;
        }

        if (fields.Known.Count != 1)
        {
            reader.Report(fields.Mapping, step.PathOf(key), "exactly one of did, segment is expected");
            return null;
        }

        return names.Optional(fields, "did", NameKind.Event) is { } did ? new JourneyCondition.Did(did)
            : names.Optional(fields, "segment", NameKind.Segment) is { } segment ? new JourneyCondition.IsIn(segment)
            : null;
    }

    private ReadSteps Split(DefinitionFields fields, StepPlace place)
    {
        const string key = "split";
        var (node, path) = (fields.Value(key)!, fields.PathOf(key));
        if (node is not DefinitionList { Items.Count: >= 2 and <= MostShares } list)
        {
            reader.Report(node, path, $"a list of 2 to {MostShares} of {{ share: .., steps: [..] }} is expected");
            return new([], [], 1);
        }

        var read = list.Items.Select((item, i) => Share(item, $"{path}[{i}]", place.Deeper)).ToList();
        if (read.TrueForAll(each => each.Percent > 0) && read.Sum(each => each.Percent) is not 100 and var sum)
        {
            reader.Report(node, path, $"shares make {sum}, not 100");
        }

        return new(
            [new JourneyStep.Split([.. read.Select(each => new SplitShare(each.Percent, each.Steps.Steps))])],
            [.. read.SelectMany(each => each.Steps.Sent).Distinct(StringComparer.Ordinal)],
            1 + read.Sum(each => each.Steps.Count));
    }

    private (int Percent, ReadSteps Steps) Share(DefinitionNode node, string path, StepPlace place)
    {
        if (reader.Fields(node, path, "share", Key) is not { } fields)
        {
            return (0, new([], [], 0));
        }

        var percent = reader.Required(fields, "share", "how many of a hundred go this way, 1 to 99") is { } share
            ? Percent(share, fields.PathOf("share"))
            : 0;
        var steps = reader.Required(fields, Key, "what comes on this way; [] for nothing") is { } list
            ? List(list, fields.PathOf(Key), place)
            : new([], [], 0);
        return (percent, steps);
    }

    private int Percent(DefinitionNode node, string path)
    {
        if (node is DefinitionScalar { IsNumber: true } scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is >= 1 and <= 99)
        {
            return percent;
        }

        reader.Report(node, path, "a whole number from 1 to 99 is expected");
        return 0;
    }
}
