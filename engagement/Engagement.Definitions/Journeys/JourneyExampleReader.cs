using Engagement.Journeys.Simulation;
using Engagement.Times;

namespace Engagement.Definitions.Journeys;

/// <summary>Reads <c>journeys.examples.yaml</c>; the format is documented at <see cref="JourneyExamplesFile"/>.</summary>
internal sealed class JourneyExampleReader(DefinitionReader reader, TrackingPlan plan)
{
    private const string Key = "examples";

    public List<JourneyExample> Read(string text)
    {
        if (reader.Root(text, $"'{Key}'") is not { } root || reader.Fields(root, "", Key) is not { } file
            || reader.Required(file, Key, "it lists what journeys are promised to do") is not { } node)
        {
            return [];
        }

        return [.. reader.Entries(node, Key).Select(Example).OfType<JourneyExample>()];
    }

    private JourneyExample? Example(DefinitionEntry entry)
    {
        var path = DefinitionReader.Join(Key, entry.Name);
        if (reader.Fields(entry.Value, path, "at", "customer", "events", "messages") is not { } fields)
        {
            return null;
        }

        return new()
        {
            Name = entry.Name,
            At = At(fields),
            Customer = Customer(fields),
            Events = Events(fields),
            Messages = Messages(fields),
        };
    }

    private DateTimeOffset At(DefinitionFields fields)
    {
        const string key = "at";
        if (reader.Required(fields, key, "it says when it starts, such as 2026-12-01T10:00:00+01:00") is not { } node
            || reader.Text(node, fields.PathOf(key)) is not { } text)
        {
            return default;
        }

        if (IsoInstant.Parse(text.Value) is { } at)
        {
            return at;
        }

        reader.Report(node, fields.PathOf(key), $"'{text.Value}' is no instant such as 2026-12-01T10:00:00+01:00");
        return default;
    }

    private Dictionary<string, IReadOnlyList<string>> Customer(DefinitionFields fields)
    {
        const string key = "customer";
        var attributes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entry in fields.Value(key) is { } node ? reader.Entries(node, fields.PathOf(key)) : [])
        {
            attributes[entry.Name] =
                [.. reader.Values(entry.Value, DefinitionReader.Join(fields.PathOf(key), entry.Name)).Select(value => value.Value.Value)];
        }

        return attributes;
    }

    private List<SimulatedEvent> Events(DefinitionFields fields)
    {
        const string key = "events";
        var events = new List<SimulatedEvent>();
        foreach (var (text, path) in Texts(fields, key, "it lists what happens"))
        {
            if (SimulatedEvent.Parse(text.Value, plan, out var objection) is { } read)
            {
                events.Add(read);
            }
            else
            {
                reader.Report(text, path, objection!);
            }
        }

        return events;
    }

    private List<string> Messages(DefinitionFields fields)
    {
        const string key = "messages";
        var messages = new List<string>();
        foreach (var (text, path) in Texts(fields, key, "it lists the messages that come; [] for none"))
        {
            if (text.Value.Split('@') is [var template, var after] && IsoDuration.Parse(after) is { } time)
            {
                messages.Add($"{template}@{JourneyTimesReader.Text(time)}");
            }
            else
            {
                reader.Report(text, path, $"'{text.Value}' is not of the form TEMPLATE@DURATION, such as tips@P3D");
            }
        }

        return messages;
    }

    private IEnumerable<(DefinitionScalar Value, string KeyPath)> Texts(DefinitionFields fields, string key, string expected) =>
        reader.Required(fields, key, expected) is { } node ? reader.Values(node, fields.PathOf(key)) : [];
}
