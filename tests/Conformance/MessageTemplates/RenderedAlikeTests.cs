using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Tests.Tools;
using Engagement.Definitions.Templates;
using Engagement.Rendering;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Tests.MessageTemplates;

/// <summary>Whatever the check of templates lets through, Handlebars.js and the local cloud render alike.</summary>
public sealed class RenderedAlikeTests : IAsyncLifetime
{
    private const int Templates = 1_000;

    private NodeScript? handlebars;

    public async Task InitializeAsync() => handlebars = await NodeScript.StartAsync(Path.Combine("MessageTemplates", "handlebars.mjs"));

    public Task DisposeAsync()
    {
        handlebars?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A failure names the template, the data and the seed; <c>Config.WithReplay</c> takes the latter.</summary>
    [Fact]
    public void A_thousand_templates_of_the_language_are_rendered_alike() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Templates).WithStartSize(1).WithEndSize(40),
        Prop.ForAll(GeneratedMessages.Templates, GeneratedMessages.Endpoints, RendersAlikeAsync));

    /// <summary>Pieces of the whole of Handlebars in any order: most are refused, and the rest renders alike.</summary>
    [Fact]
    public void Of_three_thousand_texts_of_any_tags_those_let_through_are_rendered_alike() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3 * Templates).WithStartSize(1).WithEndSize(12),
        Prop.ForAll(GeneratedMessages.AnyTags, GeneratedMessages.Endpoints, async (template, endpoint) =>
        {
            if (TemplateLanguage.Read(template).Problems.Count == 0)
            {
                await RendersAlikeAsync(template, endpoint);
            }
        }));

    [Theory]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("1e21")]
    [InlineData("123456789012345680000")]
    [InlineData("1e-7")]
    [InlineData("0.000001")]
    [InlineData("-1.5e-10")]
    [InlineData("1.10")]
    [InlineData("9007199254740993")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("5e-324")]
    public async Task Number_is_shown_alike(string number) => await RendersAlikeAsync(
        "{{Metrics.m}}{{#if Metrics.m}}y{{else}}n{{/if}}", JsonNode.Parse($$$"""{"Metrics":{"m":{{{number}}}}}""")!.ToJsonString());

    private async Task RendersAlikeAsync(string template, string endpoint)
    {
        var data = JsonSerializer.Deserialize<JsonElement>(endpoint);
        var theirs = await handlebars!.AskAsync(new { template, data });
        Assert.True(theirs.TryGetProperty("text", out var text), $"Handlebars.js refuses {template}: {theirs}");
        Assert.Equal(text.GetString(), HandlebarsTemplate.Render(template, TemplateVariables.Create(data, defaults: null)));
    }
}
