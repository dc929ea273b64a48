using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.Pinpoint;

/// <summary>Events of any size around the limits: accepted exactly when each limit is kept, and then recorded unchanged.</summary>
public sealed class EventLimitProperties
{
    private static readonly Gen<Dictionary<string, string>> Attributes =
        from count in Gen.Choose(0, 42)
        from nameLength in Gen.Choose(3, 51)
        from value in Gen.Elements("a", "ü", "日", "😀", "\"", " ")
        from repeats in Gen.Choose(0, 201)
        select Enumerable.Range(0, count).ToDictionary(
            i => $"{i}".PadRight(nameLength, 'n'), _ => string.Concat(Enumerable.Repeat(value, repeats)));

    private static readonly Gen<Dictionary<string, double>> Metrics =
        from count in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 41)))
        from value in Gen.Choose(-1_000_000, 1_000_000)
        select Enumerable.Range(0, count).ToDictionary(i => $"m{i}", _ => value / 8.0);

    [Fact]
    public void Event_is_accepted_exactly_within_the_limits()
    {
        var all = from attributes in Attributes from metrics in Metrics select (attributes, metrics);
        Prop.ForAll(all.ToArbitrary(), candidate =>
        {
            var cloud = new PinpointCloud();
            var within = candidate.attributes.Count + candidate.metrics.Count <= 40
                && candidate.attributes.All(each => each.Key.Length <= 50 && each.Value.Length <= 200);

            var result =
                cloud.PutEvent(
                    new
                    {
                        EventType = "visit",
                        Timestamp = "2026-03-01T12:00:00Z",
                        Attributes = candidate.attributes,
                        Metrics = candidate.metrics
                    });

            Assert.Equal(within ? 202 : 400, (int)result["StatusCode"]!);
            Assert.Equal(within ? 1 : 0, cloud.Service.Events.Count);
            Assert.All(cloud.Service.Events.Find(), recorded =>
            {
                Assert.Equal(candidate.attributes, recorded.Attributes);
                Assert.Equal(candidate.metrics, recorded.Metrics);
            });
        }).QuickCheckThrowOnFailure();
    }
}
