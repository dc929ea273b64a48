using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>Which parts of items an answer holds; elements of lists move up to the front.</summary>
internal sealed class Projection
{
    private Projection(ImmutableArray<DocumentPath> paths) => Paths = paths;

    /// <summary>Where these parts stand.</summary>
    public ImmutableArray<DocumentPath> Paths { get; }

    /// <summary>Reads a projection expression; null where there is none, which is everything.</summary>
    /// <exception cref="Aws.AwsException">It is malformed, or shows something twice.</exception>
    public static Projection? Parse(string? text, Placeholders placeholders)
    {
        if (text is null)
        {
            return null;
        }

        var tokens = new TokenReader("ProjectionExpression", text, Problems.OfConditions);
        var parser = new PathParser(tokens, placeholders);
        var paths = ImmutableArray.CreateBuilder<DocumentPath>();
        do
        {
            paths.Add(parser.ReadTarget());
        }
        while (tokens.TryTake(","));
        tokens.Finish();
        return new(paths.ToImmutable());
    }

    /// <summary>What these paths lead to.</summary>
    public static Projection Along(IEnumerable<DocumentPath> paths) => new([.. paths]);

    public ImmutableDictionary<string, AttributeValue> Apply(ImmutableDictionary<string, AttributeValue> item)
    {
        var found = Paths.Where(path => path.Find(item) is not null).ToList();
        return Item.Empty.AddRange(found
            .GroupBy(path => path.Attribute, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, Part(item[group.Key], [.. group.Select(path => path.Steps)]))));
    }

    private static AttributeValue Part(AttributeValue value, IReadOnlyList<ImmutableArray<PathStep>> wanted)
    {
        if (wanted.Any(steps => steps.IsEmpty))
        {
            return value;
        }

        var next = wanted.GroupBy(steps => steps[0], steps => steps.RemoveAt(0)).ToList();
        return value switch
        {
            MapValue map =>
                new MapValue(
                    Item.Empty.AddRange(
                        next.Select(group => KeyValuePair.Create(group.Key.Name!, Part(map.Members[group.Key.Name!], [.. group]))))),
            ListValue list =>
                new ListValue(
                    [.. next.OrderBy(group => group.Key.Index).Select(group => Part(list.Elements[group.Key.Index], [.. group]))]),
            _ => value,
        };
    }
}
