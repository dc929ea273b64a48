using System.Text.Json;
using Engagement.Infra.Configuration;
using Engagement.Infra.Gtm;
using Infra.Tests.Policies;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Gtm;

/// <summary>The output <c>gtmTemplate</c>: the shipped template, which may send to the stack's own pixel alone.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class GtmTemplateTests
{
    private const string Heading = "___WEB_PERMISSIONS___";

    private static readonly string Shipped = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "gtm", "template.tpl"))
        .ReplaceLineEndings("\n");

    [Theory]
    [InlineData("https://abc123.execute-api.eu-west-1.amazonaws.com/v1/events", "https://abc123.execute-api.eu-west-1.amazonaws.com/*")]
    [InlineData("https://events.example.com/events", "https://events.example.com/*")]
    [InlineData("http://127.0.0.1:8080/_api/abc/v1/events", "https://127.0.0.1:8080/*")]
    [InlineData("${pixel-stage.invokeUrl}/events", "https://${pixel-stage.invokeUrl}/*")]
    public void It_may_send_to_the_host_of_the_pixel_and_nowhere_else(string pixelUrl, string expected) =>
        Assert.Equal([expected], Hosts(TemplateWriter.Write(pixelUrl)));

    [Fact]
    public void All_the_rest_is_the_template_that_is_shipped()
    {
        var template = TemplateWriter.Write("https://events.example.com/events");

        var (before, permissions, after) = Sections(template);
        var shipped = Sections(Shipped);
        Assert.Equal((shipped.Before, shipped.After), (before, after));
        Assert.Equal(Others(shipped.Permissions), Others(permissions));
        Assert.NotEqual(Hosts(Shipped), Hosts(template));
    }

    [Fact]
    public async Task Each_stack_has_its_own()
    {
        Assert.Equal(
            ["https://pixel-stage.execute-api.eu-west-1.amazonaws.com/*"],
            Hosts((string)(await RecordingEngine.RunAsync()).Outputs["gtmTemplate"]!));
        Assert.Equal(
            ["https://events.example.com/*"],
            Hosts((string)(await RecordingEngine.RunAsync([.. Options.Of("domain")])).Outputs["gtmTemplate"]!));
    }

    private static IEnumerable<string> Hosts(string template) =>
        from parameter in Permission(Sections(template).Permissions, "send_pixel").GetProperty("param").EnumerateArray()
        where parameter.GetProperty("key").GetString() == "urls"
        from url in parameter.GetProperty("value").GetProperty("listItem").EnumerateArray()
        select url.GetProperty("string").GetString();

    private static JsonElement Permission(JsonElement permissions, string name) =>
        permissions.EnumerateArray().Select(permission => permission.GetProperty("instance"))
            .Single(instance => instance.GetProperty("key").GetProperty("publicId").GetString() == name);

    private static IEnumerable<string> Others(JsonElement permissions) =>
        permissions.EnumerateArray().Select(permission => permission.GetRawText())
            .Where(permission => !permission.Contains("send_pixel", StringComparison.Ordinal)).Select(Plain);

    private static string Plain(string json) => JsonSerializer.Serialize(JsonElement.Parse(json));

    private static (string Before, JsonElement Permissions, string After) Sections(string template)
    {
        var begin = template.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length;
        var end = template.IndexOf("\n___", begin, StringComparison.Ordinal);
        return (template[..begin], JsonElement.Parse(template[begin..end]), template[end..]);
    }
}
