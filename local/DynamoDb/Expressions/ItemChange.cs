using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>One place of an item, and what stands there afterwards.</summary>
/// <param name="Steps">The place, from where its holder stands.</param>
/// <param name="Value">Null where nothing stands there afterwards.</param>
internal sealed record ItemChange(ImmutableArray<PathStep> Steps, AttributeValue? Value)
{
    /// <summary>Changes several places at once: each place is one of the item as it was, whatever the other changes move.</summary>
    /// <exception cref="Aws.AwsException">Nothing holds one of the places.</exception>
    public static ImmutableDictionary<string, AttributeValue> Apply(
        ImmutableDictionary<string, AttributeValue> item, IEnumerable<ItemChange> changes) =>
        Members(item, [.. changes]);

    private static AttributeValue? Apply(AttributeValue? present, List<ItemChange> changes) =>
        changes is [{ Steps.IsEmpty: true } whole] ? whole.Value : (present, changes[0].Steps[0].Name) switch
        {
            (MapValue map, not null) => new MapValue(Members(map.Members, changes)),
            (ListValue list, null) => new ListValue([.. Elements(list.Elements, changes)]),
            _ => throw DynamoError.Validation("The document path provided in the update expression is invalid for update"),
        };

    private static ImmutableDictionary<string, AttributeValue> Members(
        ImmutableDictionary<string, AttributeValue> members, List<ItemChange> changes)
    {
        foreach (var place in changes.GroupBy(change => change.Steps[0].Name!, Rest, StringComparer.Ordinal))
        {
            var value = Apply(members.GetValueOrDefault(place.Key), [.. place]);
            members = value is null ? members.Remove(place.Key) : members.SetItem(place.Key, value);
        }

        return members;
    }

    /// <summary>What is set beyond a list's end is appended in order of its index; what is removed there is nothing.</summary>
    private static IEnumerable<AttributeValue> Elements(ImmutableList<AttributeValue> elements, List<ItemChange> changes)
    {
        var places = changes.GroupBy(change => change.Steps[0].Index, Rest).ToDictionary(place => place.Key, place => place.ToList());
        var kept = elements.Select((element, index) => places.TryGetValue(index, out var here) ? Apply(element, here) : element);
        var appended =
            places.Where(place => place.Key >= elements.Count).OrderBy(place => place.Key).Select(place => Apply(null, place.Value));
        return kept.Concat(appended).OfType<AttributeValue>();
    }

    private static ItemChange Rest(ItemChange change) => change with { Steps = change.Steps.RemoveAt(0) };
}
