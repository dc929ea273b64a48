using System.Text.Json;
using Infra.Tests.CompanyEvents;
using Infra.Tests.PulumiSdk;
using Infra.Tests.Ses;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Pinpoint;

/// <summary>Text messages on Pinpoint: a channel, templates that a function makes, and what names them.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class PinpointTextTests : IDisposable
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly DefinitionsCopy definitions = new();

    public void Dispose() => definitions.Dispose();

    [Fact]
    public async Task The_channel_is_there_where_the_setting_says_so()
    {
        Assert.Empty((await RecordingEngine.RunAsync()).Of("aws:pinpoint/smsChannel:SmsChannel"));
        var channel = (await RecordingEngine.RunAsync(("sms:enabled", "true"), ("sms:senderId", "SHOP")))
            .One("aws:pinpoint/smsChannel:SmsChannel", "engagement-sms");
        Assert.Equal((true, "SHOP"), ((bool)channel.Inputs["enabled"], channel.Text("senderId")));
    }

    [Theory]
    [InlineData("sms:senderId", "SHOP", "sms:senderId: is set, but sms:enabled is not true")]
    [InlineData("sms:senderId", "much too long", "sms:senderId: 'much too long' is not 1 to 11 letters and digits")]
    public async Task A_wrong_setting_is_named(string key, string value, string expected) =>
        Assert.Contains(expected, await RecordingEngine.RefusalAsync((key, value)), StringComparison.Ordinal);

    [Fact]
    public async Task A_text_in_the_definitions_needs_the_setting()
    {
        Add("renewal");
        Assert.Contains(
            "templates/renewal/sms.txt: the stack sends no text messages until sms:enabled is set",
            await RecordingEngine.RefusalAsync(("definitions:directory", definitions.Path)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_with_a_text_has_a_template_of_each_channel_and_the_launcher_knows()
    {
        Add("feature-release-standard");
        var stack = await RunAsync();
        var template = Input(stack, "audience-template-feature-release-standard-sms");
        Assert.Equal(
            ("dev-feature-release-standard", "Hello"),
            (template.GetProperty("templateName").GetString(), template.GetProperty("body").GetString()));
        var variables = stack.Variables("launch-campaigns");
        Assert.Equal("""{"feature-release-standard":"email,sms"}""", variables["TEMPLATE_CHANNELS"]);
        Assert.Equal("""{"feature_release":"PROMOTIONAL"}""", variables["TEXT_TYPES"]);
        Assert.Contains(
            "mobiletargeting:CreateSmsTemplate templates/dev-*/SMS", stack.Rights("provision-pinpoint"));
    }

    [Fact]
    public async Task A_state_machine_asks_for_both_templates_and_says_the_type()
    {
        Add("system-update");
        var definition = (await RunAsync()).One("aws:sfn/stateMachine:StateMachine", "announcement-system_update").Text("definition");
        Assert.Contains("\"SMSTemplate\":{\"Name.$\":\"$.campaign.template\"}", Compact(definition), StringComparison.Ordinal);
        Assert.Contains("\"SMSMessage\":{\"MessageType\":\"TRANSACTIONAL\"}", Compact(definition), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_campaign_names_both_templates()
    {
        Add("price-change");
        var campaign = Input(await RunAsync(), "announcement-price_change-subscribers");
        Assert.Equal(
            ("audience-template-price-change-sms-made", "TRANSACTIONAL"),
            (campaign.GetProperty("smsTemplate").GetString(), campaign.GetProperty("textType").GetString()));
        Assert.True(campaign.TryGetProperty("template", out _));
    }

    [Fact]
    public async Task A_reminder_by_text_moves_telephones_through_its_journey()
    {
        Add("renewal");
        foreach (var file in new[] { "subject.txt", "email.html", "email.txt" })
        {
            File.Delete(Path.Combine(definitions.Path, "templates/renewal", file));
        }

        var journey = Input(await RunAsync(), "reminder-subscription_renewal-P30D");
        Assert.Equal("SMS", journey.GetProperty("channels").EnumerateArray().Single().GetString());
        Assert.Equal("PROMOTIONAL", journey.GetProperty("textType").GetString());
        Assert.False(journey.TryGetProperty("template", out _));
    }

    private void Add(string template) =>
        File.WriteAllText(Path.Combine(definitions.Path, "templates", template, "sms.txt"), "Hello");

    private Task<RecordingEngine> RunAsync() =>
        RecordingEngine.RunAsync(("sms:enabled", "true"), ("definitions:directory", definitions.Path));

    private static JsonElement Input(RecordingEngine stack, string name) =>
        JsonElement.Parse(stack.One("aws:lambda/invocation:Invocation", name).Text("input")).GetProperty("definition");

    private static string Compact(string json) => JsonSerializer.Serialize(JsonElement.Parse(json), Plain);
}
