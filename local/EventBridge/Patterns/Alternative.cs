using System.Collections.Immutable;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>What a pattern asks of an event, by path: all of it must hold. A pattern with <c>$or</c> has several of these.</summary>
internal sealed record Alternative(ImmutableSortedDictionary<string, IReadOnlyList<Matcher>> Fields)
{
    public static readonly Alternative Everything = new(
        ImmutableSortedDictionary.Create<string, IReadOnlyList<Matcher>>(StringComparer.Ordinal));

    /// <summary>With what a field asks, in place of what an earlier field of that path asked: in EventBridge the last counts.</summary>
    public Alternative With(string path, IReadOnlyList<Matcher> matchers) => new(Fields.SetItem(path, matchers));

    public bool Matches(EventFields @event)
    {
        var choices = Fields.Select(field => Places(field.Value, @event.At(field.Key))).ToList();
        return choices.TrueForAll(places => places.Count > 0) && AreTogether(choices, 0, ImmutableDictionary<int, int>.Empty);
    }

    private static List<ImmutableDictionary<int, int>> Places(IReadOnlyList<Matcher> matchers, IReadOnlyList<Leaf> leaves) =>
        leaves.Count > 0
        ? [.. leaves.Where(leaf => matchers.Any(matcher => matcher.Matches(leaf.Value))).Select(leaf => leaf.Places).Distinct()]
        : matchers.Any(matcher => matcher.IsAbsence) ? [ImmutableDictionary<int, int>.Empty]
        : [];

    // What is asked of members of a list's objects must hold in one of the objects.
    private static bool AreTogether(List<List<ImmutableDictionary<int, int>>> choices, int field, ImmutableDictionary<int, int> chosen) =>
        field == choices.Count
        || choices[field].Exists(places => places.All(place => !chosen.TryGetValue(place.Key, out var element) || element == place.Value)
            && AreTogether(choices, field + 1, chosen.SetItems(places)));
}
