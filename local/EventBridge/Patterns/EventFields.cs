using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>The leaves of an event by the names that lead to them, joined by dots. An object or an empty list is no leaf.</summary>
internal sealed class EventFields
{
    private readonly Dictionary<string, List<Leaf>> byPath = new(StringComparer.Ordinal);
    private int lists;

    private EventFields()
    {
    }

    public static EventFields Read(JsonObject @event)
    {
        var fields = new EventFields();
        fields.AddMembers(@event, "", ImmutableDictionary<int, int>.Empty);
        return fields;
    }

    /// <summary>What stands at a path: several leaves where a list is on the way.</summary>
    public IReadOnlyList<Leaf> At(string path) => byPath.TryGetValue(path, out var leaves) ? leaves : [];

    private void AddMembers(JsonObject json, string prefix, ImmutableDictionary<int, int> places)
    {
        foreach (var (name, value) in json)
        {
            Add(value, prefix.Length == 0 ? name : $"{prefix}.{name}", places);
        }
    }

    private void Add(JsonNode? value, string path, ImmutableDictionary<int, int> places)
    {
        switch (value)
        {
            case JsonObject nested:
                AddMembers(nested, path, places);
                break;
            case JsonArray list:
                AddElements(list, path, places);
                break;
            default:
                (byPath.TryGetValue(path, out var leaves) ? leaves : byPath[path] = []).Add(new(value, places));
                break;
        }
    }

    // Texts and numbers of a list stand beside each other; only members of one object belong together.
    private void AddElements(JsonArray list, string path, ImmutableDictionary<int, int> places)
    {
        var id = lists++;
        for (var i = 0; i < list.Count; i++)
        {
            Add(list[i], path, list[i] is JsonObject or JsonArray ? places.SetItem(id, i) : places);
        }
    }
}

/// <summary>A text, number, flag or null of an event.</summary>
/// <param name="Value">It; JSON's null is null.</param>
/// <param name="Places">For each list on the way, which of its elements it is in.</param>
internal sealed record Leaf(JsonNode? Value, ImmutableDictionary<int, int> Places);
