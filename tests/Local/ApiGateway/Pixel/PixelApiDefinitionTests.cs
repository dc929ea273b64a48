using System.Text.Json;
using Engagement.Infra.Gateway;
using Engagement.Infra.Pixel;

namespace Local.Tests.ApiGateway.Pixel;

public sealed class PixelApiDefinitionTests
{
    private static readonly Dictionary<string, string> Values = new() { ["region"] = "eu-west-1", ["queueName"] = "q\"1" };

    [Fact]
    public void No_placeholder_is_left()
    {
        using var document = JsonDocument.Parse(PixelFixture.Body);

        Assert.DoesNotContain(
            Texts(document.RootElement),
            text => text.Contains("${file:", StringComparison.Ordinal) || text.Contains("${region}", StringComparison.Ordinal));
        Assert.Contains(Texts(document.RootElement), text => text == "arn:aws:apigateway:eu-west-1:sqs:path/000000000000/pixel-events");
    }

    [Fact]
    public void The_same_target_gives_the_same_text() => Assert.Equal(PixelFixture.Body, PixelApiDefinition.Body(new()
    {
        Region = "eu-west-1",
        Account = "000000000000",
        QueueName = "pixel-events",
        GatewayRoleArn = PixelFixture.GatewayRole,
    }));

    [Fact]
    public void Placeholders_are_replaced_inside_texts_and_templates_are_not_searched()
    {
        var body =
            ApiDocument.Body(
                """{"a":["x ${region} ${queueName}", 1, null, true],"b":"${file:t}"}""",
                name => name == "t" ? "${region} stays\n" : null,
                Values);

        using var document = JsonDocument.Parse(body);
        Assert.Equal("x eu-west-1 q\"1", document.RootElement.GetProperty("a")[0].GetString());
        Assert.Equal("${region} stays", document.RootElement.GetProperty("b").GetString());
    }

    [Theory]
    [InlineData("""{"a":"${zone}"}""", "${zone}")]
    [InlineData("""{"a":"${file:none.vtl}"}""", "none.vtl")]
    [InlineData("""{"a":"x ${file:t}"}""", "file:t")]
    public void What_is_not_there_is_named(string document, string named)
    {
        var error = Assert.Throws<InvalidDataException>(() => ApiDocument.Body(document, name => name == "t" ? "text" : null, Values));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
