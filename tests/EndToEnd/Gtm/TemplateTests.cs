using System.Net;
using System.Text.RegularExpressions;
using Engagement.Definitions;
using Engagement.Infra.Configuration;
using Engagement.Local.Configuration;
using Jurassic;

namespace EndToEnd.Tests.Gtm;

/// <summary>The custom template: run, by its own tests and against the environment.</summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed partial class TemplateTests(DevEnvironment environment)
{
    private const string PixelUrl = "https://example.execute-api.eu-west-1.amazonaws.com/v1/events";

    private static readonly TagTemplate Template = TagTemplate.Shipped;

    public static TheoryData<string> Scenarios => [.. Template.Scenarios.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_templates_own_test_passes(string name) =>
        new TemplateSandbox(Template).Test(Template.Setup, Template.Scenarios.Single(scenario => scenario.Name == name).Code);

    [Fact]
    public void It_has_all_sections_of_a_gallery_template_in_order()
    {
        Assert.Equal(
            ["TERMS_OF_SERVICE", "INFO", "TEMPLATE_PARAMETERS", "SANDBOXED_JS_FOR_WEB_TEMPLATE", "WEB_PERMISSIONS", "TESTS", "NOTES"],
            Template.Sections);
        Assert.Equal("TAG", Template.Info.GetProperty("type").GetString());
        Assert.Equal("WEB", Template.Info.GetProperty("containerContexts")[0].GetString());
    }

    [Fact]
    public void Its_code_reads_every_field_and_nothing_that_is_no_field() =>
        Assert.Equal(
            Template.Fields.Concat(["gtmOnSuccess", "gtmOnFailure"]).Order(),
            Field.Matches(Template.Code).Select(match => match.Groups[1].Value).Distinct().Order());

    [Fact]
    public async Task An_event_fired_through_the_template_is_recorded_with_its_values()
    {
        var plan = TrackingPlan.Load(Path.Combine(RepositoryRoot.Path, "definitions", "events.yaml"));
        var expires = await environment.NowAsync() + TimeSpan.FromHours(1);
        var samples = plan.Events.Select(planned => new SampleEvent(planned, expires)).ToList();
        foreach (var sample in samples)
        {
            var firing = new TemplateSandbox(Template).Fire(sample.TemplateFields(PixelUrl));
            Assert.True(firing is { Succeeded: true, Failed: false });
            await LoadAsync(Assert.Single(firing.Pixels));
        }

        await environment.AdvanceAsync("PT5S");
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            await sample.AssertRecordedAsync(environment);
        }
    }

    [Theory]
    [MemberData(nameof(DatedEvent.Cases), MemberType = typeof(DatedEvent))]
    public async Task A_date_fired_through_the_template_is_stored_as_the_instant_that_it_is_in_the_time_zone(
        string date,
        string? zone,
        string instant)
    {
        var dated = new DatedEvent(date, zone, await environment.NowAsync() + TimeSpan.FromHours(1));
        await LoadAsync(Assert.Single(new TemplateSandbox(Template).Fire(dated.TemplateFields(PixelUrl)).Pixels));
        await environment.AdvanceAsync("PT5S");

        await dated.AssertStoredAsync(environment, instant);
    }

    [Fact]
    public void Without_an_endpoint_it_says_why_it_failed()
    {
        var firing = new TemplateSandbox(Template).Fire($"{{ pixelUrl: '{PixelUrl}', event: 'newsletter_signup', endpointId: undefined }}");

        Assert.Empty(firing.Pixels);
        Assert.True(firing is { Succeeded: false, Failed: true });
        Assert.Contains("endpoint id has no value", Assert.Single(firing.Log), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_permission_covers_the_pixel_of_every_environment_and_no_other_host()
    {
        var sandbox = new TemplateSandbox(Template);
        var stacks = Directory.GetFiles(RepositoryRoot.Path, "Pulumi.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1]).ToList();

        Assert.NotEmpty(stacks);
        Assert.All(stacks, stack =>
        {
            var region = StackConfiguration.Read(RepositoryRoot.Path, stack, LocalSecrets.For).Region;
            Assert.True(
                sandbox.MaySendTo($"https://a1b2c3d4e5.execute-api.{region}.amazonaws.com/v1/events?event=a"),
                $"The pixel of '{stack}' is in {region}: add https://*.execute-api.{region}.amazonaws.com/* to the permission send_pixel "
                    + "in gtm/template.tpl.");
        });
        Assert.All(
            [
                "https://example.com/v1/events",
                "http://a.execute-api.eu-west-1.amazonaws.com/",
                "https://a.execute-api.eu-west-1.amazonaws.com.example.com/",
                "https://bucket.s3.eu-west-1.amazonaws.com/a",
            ],
            url => Assert.False(sandbox.MaySendTo(url)));
    }

    /// <summary>That the sandbox is one: what GTM would refuse fails here.</summary>
    [Theory]
    [InlineData("require('sendPixel')('https://example.com/');", "does not allow")]
    [InlineData("require('injectScript')('https://example.com/a.js');", "there is no API")]
    [InlineData("encodeURIComponent('a');", "not defined")]
    [InlineData("JSON.stringify({});", "not defined")]
    [InlineData("window.location;", "not defined")]
    public void A_template_can_do_nothing_that_GTM_does_not_let_it_do(string code, string error)
    {
        var exception = Assert.Throws<JavaScriptException>(() => new TemplateSandbox(code, Template.Permissions).Fire("{}"));
        Assert.Contains(error, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_permission_that_is_not_declared_is_not_given()
    {
        var exception = Assert.Throws<JavaScriptException>(
            () => new TemplateSandbox("require('sendPixel')('https://example.com/');", "{}").Fire("{}"));
        Assert.Contains("permission send_pixel is not declared", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_of_the_template_can_fail() =>
        Assert.Throws<JavaScriptException>(
            () =>
                new TemplateSandbox(Template).Test(
                    Template.Setup,
                    "runCode({pixelUrl: pixelUrl, event: 'a'}); assertApi('sendPixel').wasCalled();"));

    private async Task LoadAsync(string pixel)
    {
        Assert.StartsWith($"{PixelUrl}?", pixel, StringComparison.Ordinal);
        using var response = await environment.Http.GetAsync(new Uri(environment.PixelUrl + pixel[PixelUrl.Length..]));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [GeneratedRegex(@"\bdata\.(\w+)")]
    private static partial Regex Field { get; }
}
