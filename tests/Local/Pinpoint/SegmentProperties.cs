using Engagement.Local.Pinpoint.Segments;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.Pinpoint;

/// <summary>Membership compared with the plainest description of it.</summary>
public sealed class SegmentProperties
{
    private static readonly string[] Words = [
        "gold", "golden", "silver", "2026-03-01T00:00:00Z", "2026-03-01T08:00:00Z", "2026-03-02T08:00:00Z", ""
    ];

    private static readonly Gen<string[]> Values = Gen.Elements(Words).ArrayOf().Where(values => values.Length <= 4);

    private static readonly Gen<(string Type, string[] Values)> Criterion =
        from type in Gen.Elements("INCLUSIVE", "EXCLUSIVE", "CONTAINS", "BEFORE", "AFTER", "BETWEEN", "ON")
        from values in type is "INCLUSIVE" or "EXCLUSIVE" or "CONTAINS"
            ? Values.Where(values => values.Length > 0)
            : Gen.Elements(Words[3..6]).ArrayOf(2)
        select (type, values);

    private static readonly Arbitrary<(string[][] Endpoints, (string Type, string[] Values) Criterion)> Cases =
        (from endpoints in Values.ArrayOf() from criterion in Criterion select (endpoints, criterion)).ToArbitrary();

    [Fact]
    public void Segment_holds_exactly_those_whose_attribute_fits() => Prop.ForAll(Cases, given =>
    {
        var cloud = new PinpointCloud();
        for (var i = 0; i < given.Endpoints.Length; i++)
        {
            cloud.UpdateEndpoint($"e{i:D3}", new { Attributes = new { plan = given.Endpoints[i] } });
        }

        var application = cloud.Service.Applications.Get(cloud.App);
        var id = cloud.Segment(new { Attributes = new { plan = new { AttributeType = given.Criterion.Type, given.Criterion.Values } } });
        var members = new Audience(application, cloud.Clock).Members(application.Segments.Get(id)).Select(each => each.Endpoint.Id);

        Assert.Equal(
            given.Endpoints.Select((values, i) => (Id: $"e{i:D3}", values))
                .Where(each => Fits(each.values, given.Criterion))
                .Select(each => each.Id),
            members);
    }).QuickCheckThrowOnFailure();

    private static bool Fits(string[] actual, (string Type, string[] Values) criterion)
    {
        var wanted = criterion.Values;
        var dated = actual.Where(value => value.StartsWith("2026", StringComparison.Ordinal));

        // Instants of one format sort as texts do.
        return criterion.Type switch
        {
            "INCLUSIVE" => actual.Intersect(wanted).Any(),
            "EXCLUSIVE" => !actual.Intersect(wanted).Any(),
            "CONTAINS" => actual.Any(value => wanted.Any(part => value.Contains(part, StringComparison.Ordinal))),
            "BEFORE" => dated.Any(value => wanted.Any(limit => string.CompareOrdinal(value, limit) < 0)),
            "AFTER" => dated.Any(value => wanted.Any(limit => string.CompareOrdinal(value, limit) > 0)),
            "ON" => dated.Any(value => wanted.Any(limit => value[..10] == limit[..10])),
            _ => dated.Any(value => string.CompareOrdinal(wanted[0], value) <= 0 && string.CompareOrdinal(value, wanted[1]) <= 0),
        };
    }
}
