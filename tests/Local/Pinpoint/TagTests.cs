
namespace Local.Tests.Pinpoint;

public sealed class TagTests
{
    private readonly PinpointCloud cloud = new();

    private string Path => $"/v1/tags/{Uri.EscapeDataString(cloud.AppArn)}";

    [Fact]
    public void Tags_are_added_replaced_and_removed_by_key()
    {
        Assert.Equal(204, cloud.Send("POST", Path, new { tags = new { team = "growth", stage = "dev", owner = "jo" } }).Status);
        Assert.Equal(204, cloud.Send("POST", Path, new { tags = new { stage = "prod" } }).Status);
        Assert.Equal(204, cloud.Send("DELETE", $"{Path}?tagKeys=team&tagKeys=owner", null).Status);

        Assert.Equal("""{"tags":{"stage":"prod"}}""", cloud.Send("GET", Path).Body.ToJsonString());
        Assert.Equal("prod", (string)cloud.Send("GET", $"/v1/apps/{cloud.App}").Body["tags"]!["stage"]!);
    }

    // Service model, TagsModel: 50 tags, keys of 128 and values of 256 characters.
    [Theory]
    [InlineData(50, 128, 256, 204)]
    [InlineData(51, 128, 256, 400)]
    [InlineData(1, 129, 256, 400)]
    [InlineData(1, 128, 257, 400)]
    public void Tags_have_limits(int count, int keyLength, int valueLength, int status)
    {
        var tags = Enumerable.Range(0, count).ToDictionary(i => $"{i}".PadRight(keyLength, 'k'), _ => new string('v', valueLength));

        Assert.Equal(status, cloud.Send("POST", Path, new { tags }).Status);
    }

    [Fact]
    public void Untagging_without_keys_and_tagging_of_nothing_are_refused()
    {
        Assert.Equal("BadRequestException", cloud.Send("DELETE", Path).Error);
        Assert.Equal("BadRequestException", cloud.Send("POST", Path, new { }).Error);
        Assert.Equal("NotFoundException", cloud.Send("GET", $"{Path}0").Error);
    }
}
