using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiSdk;

public sealed class InputCollectionTests
{
    [Fact]
    public async Task A_list_is_filled_by_its_initialiser_with_values_and_outputs()
    {
        var list = new InputList<string> { "a", Output.Create("b"), { "c", "d" } };
        list.AddRange(new[] { "e" });

        Assert.Equal(["a", "b", "c", "d", "e"], await ValueAsync(list));
    }

    [Fact]
    public async Task A_list_is_made_from_whatever_holds_values()
    {
        Assert.Equal(["a"], await ValueAsync("a"));
        Assert.Equal(["a"], await ValueAsync(Output.Create("a")));
        Assert.Equal(["a", "b"], await ValueAsync(new[] { "a", "b" }));
        Assert.Equal(["a"], await ValueAsync(new List<string> { "a" }));
        Assert.Equal(["a"], await ValueAsync(new[] { Output.Create("a") }));
        Assert.Equal(["a"], await ValueAsync(ImmutableArray.Create("a")));
        Assert.Equal(["a"], await ValueAsync(Output.Create(new[] { "a" })));
        Assert.Equal(["a"], await ValueAsync(Output.Create(new List<string> { "a" })));
        Assert.Equal(["a"], await ValueAsync(Output.Create(ImmutableArray.Create("a"))));
    }

    [Fact]
    public async Task Concat_leaves_both_lists_as_they_are()
    {
        InputList<string> first = "a";
        InputList<string> second = "b";

        Assert.Equal(["a", "b"], await ValueAsync(first.Concat(second)));
        Assert.Equal(["a"], await ValueAsync(first));
        Assert.Equal(["b"], await ValueAsync(second));
    }

    [Fact]
    public async Task A_map_is_filled_by_its_initialiser_and_merges_with_the_second_winning()
    {
        var first = new InputMap<string> { ["a"] = "1", ["b"] = Output.Create("2") };
        InputMap<string> second = new Dictionary<string, string> { ["b"] = "3" };

        var merged = await OutputUtilities.GetValueAsync<ImmutableDictionary<string, string>>(InputMap<string>.Merge(first, second));

        Assert.Equal([("a", "1"), ("b", "3")], merged.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)));
    }

    [Fact]
    public async Task A_key_given_twice_with_different_values_fails_when_the_map_is_read()
    {
        var same = new InputMap<string> { { "a", "1" }, { "a", "1" } };
        var different = new InputMap<string> { { "a", "1" }, { "a", "2" } };

        Assert.Equal("1", (await OutputUtilities.GetValueAsync<ImmutableDictionary<string, string>>(same))["a"]);
        await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync<ImmutableDictionary<string, string>>(different));
    }

    [Fact]
    public async Task Collections_are_enumerated_only_asynchronously()
    {
        var list = new InputList<string> { "a", "b" };
        var count = 0;
        await foreach (var element in list)
        {
            Assert.NotNull(element);
            count++;
        }

        Assert.Equal(2, count);
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)list).GetEnumerator());
    }

    [Fact]
    public async Task A_union_is_given_by_either_of_its_types()
    {
        InputUnion<string, int> text = "a";
        InputUnion<string, int> number = Output.Create(1);

        Assert.Equal("a", (await OutputUtilities.GetValueAsync<Union<string, int>>(text)).AsT0);
        Assert.Equal(1, (await OutputUtilities.GetValueAsync<Union<string, int>>(number)).AsT1);
    }

    [Fact]
    public void A_union_knows_which_of_its_types_it_holds()
    {
        Union<string, int> union = 1;

        Assert.True(union.IsT1);
        Assert.Equal(1, union.Value);
        Assert.Equal("1", union.Match(text => text, number => $"{number}"));
        Assert.Equal(2, union.MapT1(number => number + 1).AsT1);
        Assert.Throws<InvalidOperationException>(() => union.AsT0);
        Assert.Equal(Union<string, int>.FromT1(1), union);
    }

    private static async Task<IEnumerable<string>> ValueAsync(InputList<string> list)
        => await OutputUtilities.GetValueAsync<ImmutableArray<string>>(list);
}
