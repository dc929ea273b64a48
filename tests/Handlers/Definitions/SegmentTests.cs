using Engagement.Definitions.Segments;

namespace Handlers.Tests.Definitions;

public class SegmentTests
{
    [Fact]
    public void Conditions_are_read_in_the_order_of_their_subjects()
    {
        var catalog = SegmentCatalog.Parse(
            """
            customers: { userAttributes: [tier], attributes: [newsletter], metrics: [orders] }
            segments:
              loyal:
                description: Buys often.
                where:
                  country: { notIn: [US] }
                  userAttributes: { tier: { in: [premium, gold] } }
                  metrics: { orders: { atLeast: 3 } }
                  attributes: { newsletter: { contains: [weekly] } }
                  channel: { in: [EMAIL] }
            """,
            "segments.yaml");
        var segment = Assert.Single(catalog.Segments);
        Assert.Equal(("loyal", "Buys often."), (segment.Name, segment.Description));
        Assert.Equal(
            [
                "UserAttribute tier In premium,gold",
                "Attribute newsletter Contains weekly",
                "Metric orders AtLeast 3",
                "Country  NotIn US",
                "Channel  In EMAIL",
            ],
            segment.Conditions.Select(each => $"{each.Subject} {each.Name} {each.Operator} {string.Join(',', each.Values)}"));
        Assert.Equal(
            ("tier", "newsletter", "orders"),
            (catalog.Customers.UserAttributes[0], catalog.Customers.Attributes[0], catalog.Customers.Metrics[0]));
    }

    [Theory]
    [InlineData("before: 2027-01-01T00:00:00+01:00", SegmentOperator.Before, "2026-12-31T23:00:00Z")]
    [InlineData("after: 2027-01-01T00:00Z", SegmentOperator.After, "2027-01-01T00:00:00Z")]
    [InlineData(
        "between: [2027-01-01T00:00:00Z, 2027-02-01T00:00:00Z]",
        SegmentOperator.Between,
        "2027-01-01T00:00:00Z,2027-02-01T00:00:00Z")]
    [InlineData("on: 2026-12-24", SegmentOperator.On, "2026-12-24T00:00:00Z")]
    [InlineData("in: [7, true, 'a b']", SegmentOperator.In, "7,true,a b")]
    public void Values_are_what_Pinpoint_compares_with(string comparison, SegmentOperator expected, string values)
    {
        var condition = Assert.Single(
            SegmentCatalog.Parse(
                $"segments:\n  a: {{ where: {{ userAttributes: {{ x: {{ {comparison} }} }} }} }}\n",
                "segments.yaml").Segments[0].Conditions);
        Assert.Equal((expected, values), (condition.Operator, string.Join(',', condition.Values)));
    }

    [Theory]
    [InlineData("equal: -1.50", SegmentOperator.Equal, "-1.5")]
    [InlineData("moreThan: 1e3", SegmentOperator.MoreThan, "1000")]
    [InlineData("atLeast: 3", SegmentOperator.AtLeast, "3")]
    [InlineData("lessThan: 0", SegmentOperator.LessThan, "0")]
    [InlineData("atMost: 0.1", SegmentOperator.AtMost, "0.1")]
    public void Metrics_are_compared_with_numbers(string comparison, SegmentOperator expected, string value)
    {
        var condition = Assert.Single(
            SegmentCatalog.Parse(
                $"segments:\n  a: {{ where: {{ metrics: {{ x: {{ {comparison} }} }} }} }}\n",
                "segments.yaml").Segments[0].Conditions);
        Assert.Equal((expected, value), (condition.Operator, Assert.Single(condition.Values)));
    }

    [Fact]
    public void Segment_is_found_by_its_name()
    {
        var catalog = SegmentCatalog.Parse("segments:\n  a: { where: { channel: { in: [EMAIL] } } }\n", "segments.yaml");
        Assert.Equal("a", catalog.Find("a")?.Name);
        Assert.Null(catalog.Find("A"));
    }
}
