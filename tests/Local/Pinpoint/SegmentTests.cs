using System.Text.Json;

namespace Local.Tests.Pinpoint;

public sealed class SegmentTests
{
    private readonly PinpointCloud cloud = new();

    private string Path => $"/v1/apps/{cloud.App}/segments";

    [Fact]
    public void Segment_is_created_with_its_first_version_and_tags()
    {
        var answer = cloud.Send("POST", Path, new { Name = "premium", Dimensions = new { }, tags = new { stack = "dev" } });

        Assert.Equal(201, answer.Status);
        Assert.Equal(("premium", "DIMENSIONAL", 1), (answer.Text("Name"), answer.Text("SegmentType"), (int)answer.Body["Version"]!));
        Assert.Equal($"{cloud.AppArn}/segments/{answer.Text("Id")}", answer.Text("Arn"));
        Assert.Equal("""{"stack":"dev"}""", cloud.Send("GET", $"{Path}/{answer.Text("Id")}").Body["tags"]!.ToJsonString());
        Assert.Equal("dev", (string)cloud.Send("GET", $"/v1/tags/{Uri.EscapeDataString(answer.Text("Arn"))}").Body["tags"]!["stack"]!);
    }

    [Fact]
    public void Update_adds_a_version_and_the_former_ones_stay()
    {
        var id = cloud.Segment(new { UserAttributes = new { tier = Attribute("INCLUSIVE", "premium") } });

        var answer =
            cloud.Send(
                "PUT", $"{Path}/{id}", new { Dimensions = new { UserAttributes = new { tier = Attribute("INCLUSIVE", "standard") } } });

        Assert.Equal((200, 2, "segment"), (answer.Status, (int)answer.Body["Version"]!, answer.Text("Name")));
        Assert.Equal(2, cloud.Send("GET", $"{Path}/{id}/versions").Body["Item"]!.AsArray().Count);
        Assert.Contains(
            "premium", cloud.Send("GET", $"{Path}/{id}/versions/1").Body["Dimensions"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("standard", cloud.Send("GET", $"{Path}/{id}").Body["Dimensions"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("NotFoundException", cloud.Send("GET", $"{Path}/{id}/versions/3").Error);
    }

    [Fact]
    public void Segments_are_listed_by_pages()
    {
        string[] ids = [cloud.Segment(new { }), cloud.Segment(new { }), cloud.Segment(new { })];

        var first = cloud.Send("GET", $"{Path}?page-size=2").Body;
        var second = cloud.Send("GET", $"{Path}?page-size=2&token={(string)first["NextToken"]!}").Body;

        Assert.Equal(ids, first["Item"]!.AsArray().Concat(second["Item"]!.AsArray()).Select(each => (string)each!["Id"]!));
        Assert.Null(second["NextToken"]);
    }

    [Fact]
    public void Deleted_segment_is_gone()
    {
        var id = cloud.Segment(new { });

        Assert.Equal(200, cloud.Send("DELETE", $"{Path}/{id}").Status);
        Assert.Equal("NotFoundException", cloud.Send("GET", $"{Path}/{id}").Error);
        Assert.Equal("NotFoundException", cloud.Send("DELETE", $"{Path}/{id}").Error);
    }

    [Theory]
    [InlineData("""{"Dimensions":{"Attributes":{"a":{"AttributeType":"LIKE","Values":["b"]}}}}""")]
    [InlineData("""{"Dimensions":{"Attributes":{"a":{"AttributeType":"INCLUSIVE","Values":[]}}}}""")]
    [InlineData("""{"Dimensions":{"Attributes":{"a":{"AttributeType":"CONTAINS","Values":[null]}}}}""")]
    [InlineData("""{"Dimensions":{"Attributes":{"a":null}}}""")]
    [InlineData("""{"Dimensions":{"Demographic":{"Make":{"Values":["a",null]}}}}""")]
    [InlineData("""{"Dimensions":{"Metrics":{"a":null}}}""")]
    [InlineData("""{"Dimensions":{"Attributes":{"a":{"AttributeType":"BETWEEN","Values":["2026-01-01T00:00:00Z"]}}}}""")]
    [InlineData("""{"Dimensions":{"Attributes":{"a":{"AttributeType":"AFTER","Values":["tomorrow"]}}}}""")]
    [InlineData("""{"Dimensions":{"Metrics":{"a":{"ComparisonOperator":"NEAR","Value":1}}}}""")]
    [InlineData("""{"Dimensions":{"Behavior":{"Recency":{"Duration":"DAY_3","RecencyType":"ACTIVE"}}}}""")]
    [InlineData("""{"Dimensions":{},"SegmentGroups":{"Groups":[]}}""")]
    [InlineData("""{"SegmentGroups":{"Groups":[{},{}]}}""")]
    [InlineData("""{"SegmentGroups":{"Include":"SOME","Groups":[{}]}}""")]
    [InlineData("""{"SegmentGroups":{"Groups":[{"SourceSegments":[{"Id":"none"}]}]}}""")]
    public void Segment_that_breaks_a_rule_is_refused(string body) =>
        Assert.Equal("BadRequestException", cloud.Send("POST", Path, JsonSerializer.Deserialize<JsonElement>(body)).Error);

    // Developer guide, "Segment quotas".
    [Theory]
    [InlineData(100, 201)]
    [InlineData(101, 400)]
    public void Segment_has_at_most_100_dimensions(int count, int status)
    {
        var attributes = Enumerable.Range(0, count).ToDictionary(i => $"a{i}", _ => Attribute("INCLUSIVE", "x"));

        Assert.Equal(status, cloud.Send("POST", Path, new { Dimensions = new { Attributes = attributes } }).Status);
    }

    [Fact]
    public void Segment_cannot_be_its_own_base()
    {
        var inner = cloud.Segment(new { });
        var outer = cloud.Created("segments", new { SegmentGroups = Group(new { SourceSegments = new[] { new { Id = inner } } }) });

        Assert.Equal(
            "BadRequestException",
            cloud.Send(
                "PUT", $"{Path}/{inner}", new { SegmentGroups = Group(new { SourceSegments = new[] { new { Id = outer } } }) }).Error);
    }

    // Service authorization reference and developer guide, "Actions for IAM policies".
    [Theory]
    [InlineData("POST", "/v1/apps/a1/segments", "mobiletargeting:CreateSegment", "apps/a1")]
    [InlineData("GET", "/v1/apps/a1/segments", "mobiletargeting:GetSegments", "apps/a1")]
    [InlineData("PUT", "/v1/apps/a1/segments/s1", "mobiletargeting:UpdateSegment", "apps/a1/segments/s1")]
    [InlineData("GET", "/v1/apps/a1/segments/s1/versions/2", "mobiletargeting:GetSegmentVersion", "apps/a1/segments/s1")]
    [InlineData("POST", "/v1/apps/a1/campaigns", "mobiletargeting:CreateCampaign", "apps/a1/campaigns")]
    [InlineData("GET", "/v1/apps/a1/campaigns", "mobiletargeting:GetCampaigns", "apps/a1")]
    [InlineData("POST", "/v1/templates/welcome/email", "mobiletargeting:CreateEmailTemplate", "templates/welcome/EMAIL")]
    [InlineData("GET", "/v1/templates", "mobiletargeting:ListTemplates", "templates")]
    public void Operation_names_its_action_and_resource(string method, string path, string action, string resource)
    {
        var operation = cloud.Resolve(method, path);

        Assert.Equal(action, operation.Action);
        Assert.Equal([$"arn:aws:mobiletargeting:eu-west-1:000000000000:{resource}"], operation.Resources);
    }

    private static object Group(object group) => new { Groups = new[] { group } };

    private static object Attribute(string type, params string[] values) => new { AttributeType = type, Values = values };
}
