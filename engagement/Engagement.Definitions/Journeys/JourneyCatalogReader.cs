using System.Globalization;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions.Journeys;

/// <summary>Reads <c>journeys.yaml</c>; the format is documented at <see cref="JourneysFile"/>.</summary>
internal sealed class JourneyCatalogReader
{
    private const int MostJourneys = 100;
    private const int MostMessages = 20;

    private static readonly TimeSpan ShortestSpan = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(30);

    private static readonly string[] Keys =
    [
        "description", "event", "where", "segment", "again", "inside", "until", "skipIf", "between", "topic", "closed", "steps",
        "essential",
    ];

    private readonly DefinitionReader reader;
    private readonly JourneyNamesReader names;
    private readonly JourneyTimesReader times;
    private readonly JourneyStepsReader steps;
    private readonly EventConditionsReader conditions;
    private readonly CustomerRuleReader customer;
    private readonly TopicReader topic;

    public JourneyCatalogReader(DefinitionReader reader)
    {
        this.reader = reader;
        (names, times, conditions, customer, topic) = (new(reader), new(reader), new(reader), new(reader), new(reader));
        steps = new(reader, names, times);
    }

    /// <summary>The names that journeys refer to.</summary>
    public IEnumerable<NameUse> Uses => names.Uses.Concat(customer.Uses).Concat(topic.Uses);

    /// <summary>The journeys and where they stand.</summary>
    public List<ReadJourney> Journeys { get; } = [];

    /// <returns>The catalog, to be used only when the reader reports no error; null when there is no telling what it would be.</returns>
    public JourneyCatalog? Read(string text)
    {
        if (reader.Root(text, "'journeys'") is not { } root || reader.Fields(root, "", "limits", "between", "journeys") is not { } fields)
        {
            return null;
        }

        ReadJourneys(fields);
        return new() { Limit = Limit(fields), Between = times.BetweenOfAll(fields), Journeys = [.. Journeys.Select(each => each.Journey)] };
    }

    private MessageLimit? Limit(DefinitionFields file)
    {
        const string key = "limits";
        if (file.Value(key) is not { } node || reader.Fields(node, key, "messages", "per") is not { } fields)
        {
            return null;
        }

        var messages = reader.Required(fields, "messages", "it says how many messages a customer gets at most") is { } number
            ? Messages(number, fields.PathOf("messages"))
            : 1;
        var per = reader.Required(fields, "per", "it says within what time, such as P1D") is { } span
            ? times.Duration(span, fields.PathOf("per"), ShortestSpan, LongestSpan)
            : null;
        return new(messages, per ?? LongestSpan);
    }

    private int Messages(DefinitionNode node, string path)
    {
        if (node is DefinitionScalar { IsNumber: true } scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var messages)
            && messages is >= 1 and <= MostMessages)
        {
            return messages;
        }

        reader.Report(node, path, $"a whole number from 1 to {MostMessages} is expected");
        return 1;
    }

    private void ReadJourneys(DefinitionFields file)
    {
        const string key = "journeys";
        if (reader.Required(file, key, "it lists what answers customers' events") is not { } node)
        {
            return;
        }

        foreach (var entry in reader.Entries(node, key))
        {
            Read(entry, DefinitionReader.Join(key, entry.Name));
        }

        if (Journeys.Count > MostJourneys)
        {
            reader.Report(node, key, $"{Journeys.Count} journeys; at most {MostJourneys} are possible");
        }
    }

    private void Read(DefinitionEntry entry, string path)
    {
        if (DefinitionNameRule.Objection(entry.Name) is { } objection)
        {
            reader.Report(entry.Key, path, $"the name {objection}");
        }

        if (reader.Fields(entry.Value, path, Keys) is not { } fields)
        {
            return;
        }

        RefuseEssential(fields);
        var journey = Journey(entry.Name, fields);
        Journeys.Add(new(journey, entry.Key, fields));
        RefuseTooManyActivities(journey, entry.Key, path);
    }

    private Journey Journey(string name, DefinitionFields fields)
    {
        var started = names.Required(fields, "event", NameKind.Event, "an event of events.yaml") ?? "";
        return new()
        {
            Name = name,
            Description = reader.Text(fields, "description"),
            Event = started,
            Where = fields.Value("where") is { } where ? conditions.Read(where, fields.PathOf("where")) : [],
            Segment = names.Optional(fields, "segment", NameKind.Segment),
            Again = times.Again(fields),
            Restarts = Restarts(fields),
            Until = Until(fields, started),
            SkipIf = customer.When(fields, "skipIf"),
            Between = times.Between(fields),
            Topic = topic.Read(fields),
            Closed = reader.Boolean(fields, "closed", otherwise: false),
            Steps = steps.Read(fields),
        };
    }

    private bool Restarts(DefinitionFields fields)
    {
        const string key = "inside";
        if (fields.Value(key) is not { } value || reader.Word(value, fields.PathOf(key), "ignore", "restart") != "restart")
        {
            return false;
        }

        if (!reader.Limits.Journeys.CanRestart)
        {
            reader.Report(
                value,
                fields.PathOf(key),
                $"restart: {reader.Limits.Platform} lets no customer start again who is inside; needs engagement:platform: ses");
        }

        return true;
    }

    private List<string> Until(DefinitionFields fields, string started)
    {
        const string key = "until";
        const int most = 5;
        var until = new List<string>();
        foreach (var (name, path) in reader.Names(fields, key))
        {
            names.Use(NameKind.Event, name, path);
            if (name.Value == started)
            {
                reader.Report(name, path, "is the event that starts it");
            }

            until.Add(name.Value);
        }

        if (fields.Value(key) is DefinitionList { Items.Count: 0 or > most } list)
        {
            reader.Report(list, fields.PathOf(key), $"{list.Items.Count} events; 1 to {most} are possible");
        }

        return until;
    }

    private void RefuseEssential(DefinitionFields fields)
    {
        const string key = "essential";
        if (fields.Value(key) is { } value)
        {
            reader.Report(
                value,
                fields.PathOf(key),
                "is no key: a journey is essential when its topic is transactional in topics.yaml, such as 'topic: service'");
        }
    }

    private void RefuseTooManyActivities(Journey journey, DefinitionScalar at, string path)
    {
        if (reader.Limits.Journeys.Activities is { } activities && activities.Of(journey) is var taken && taken > activities.Most)
        {
            reader.Report(
                at,
                path,
                $"takes {taken} activities in {reader.Limits.Platform}, which has {activities.Most}: {activities.Costs}");
        }
    }
}
