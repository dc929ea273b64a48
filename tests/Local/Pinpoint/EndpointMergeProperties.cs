using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.Pinpoint;

/// <summary>What any sequence of updates makes of an endpoint, compared with the plainest description of it.</summary>
public sealed class EndpointMergeProperties
{
    private static readonly Gen<string[]> Values = Gen.Elements("a", "b", "ü", "").ArrayOf().Where(values => values.Length <= 5);

    private static readonly Gen<KeyValuePair<string, string[]>> Change =
        from name in Gen.Elements("plan", "Plan", "language", "x y")
        from values in Values
        select KeyValuePair.Create(name, values);

    private static readonly Arbitrary<KeyValuePair<string, string[]>[][]> Updates = Change.ArrayOf().ArrayOf().Resize(12).ToArbitrary();

    [Fact]
    public void Endpoint_holds_the_last_values_that_any_update_gave_for_each_attribute() => Check(
        changes => new { Attributes = changes },
        endpoint => endpoint["Attributes"]);

    [Fact]
    public void User_holds_the_last_values_that_any_update_gave_for_each_attribute() => Check(
        changes => new { User = new { UserId = "jo", UserAttributes = changes } },
        endpoint => endpoint["User"]?["UserAttributes"]);

    [Fact]
    public void Repeated_update_changes_nothing() => Prop.ForAll(Updates, updates =>
    {
        var cloud = new PinpointCloud();
        foreach (var changes in updates)
        {
            cloud.UpdateEndpoint("user-1", new { Attributes = Last(changes), RequestId = "r" });
            var once = cloud.Endpoint("user-1").Body.ToJsonString();
            cloud.UpdateEndpoint("user-1", new { Attributes = Last(changes), RequestId = "r" });
            Assert.Equal(once, cloud.Endpoint("user-1").Body.ToJsonString());
        }
    }).QuickCheckThrowOnFailure();

    private static void Check(Func<Dictionary<string, string[]>, object> update, Func<JsonNode, JsonNode?> attributes) =>
        Prop.ForAll(Updates, updates =>
    {
        var cloud = new PinpointCloud();
        cloud.UpdateEndpoint("user-1", new { });
        foreach (var changes in updates)
        {
            cloud.UpdateEndpoint("user-1", update(Last(changes)));
        }

        var held = attributes(cloud.Endpoint("user-1").Body)?.AsObject() ?? [];
        var expected = Last(updates.SelectMany(changes => changes));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), held.Select(each => each.Key).Order(StringComparer.Ordinal));
        Assert.All(expected, each => Assert.Equal(each.Value, held[each.Key]!.AsArray().Select(value => (string)value!)));
    }).QuickCheckThrowOnFailure();

    private static Dictionary<string, string[]> Last(IEnumerable<KeyValuePair<string, string[]>> changes) =>
        changes.GroupBy(each => each.Key).ToDictionary(group => group.Key, group => group.Last().Value);
}
