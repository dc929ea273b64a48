using System.Collections.Immutable;
using Infra.Tests.CompanyEvents;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.Ses;

/// <summary>What sends text messages, where the operator has an origination identity.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class SmsTests
{
    private const string Set = "aws:pinpoint/smsvoicev2ConfigurationSet:Smsvoicev2ConfigurationSet";
    private const string Destination = "aws:pinpoint/smsvoicev2EventDestination:Smsvoicev2EventDestination";

    [Fact]
    public async Task Without_an_origination_identity_nothing_of_texts_is_declared()
    {
        var stack = await SesStack.RunAsync();
        Assert.Empty(stack.Of(Set));
        Assert.DoesNotContain(stack.Rights("send-campaign"), right => right.StartsWith("sms-voice:", StringComparison.Ordinal));
        Assert.False(stack.Variables("send-campaign").ContainsKey("SMS_ORIGINATION"));
        Assert.False(stack.Outputs.ContainsKey("textReplies"));
    }

    [Theory]
    [InlineData("send-campaign")]
    [InlineData("send-reminders")]
    public async Task Senders_may_send_from_that_identity_by_that_set_alone_and_note_what_the_services_list_refuses(string function)
    {
        var stack = await SesStack.RunAsync(("ses:smsOrigination", "pool-1a2b"), ("ses:smsRate", "20"));
        Assert.Equal(
            ["sms-voice:SendTextMessage pool/pool-1a2b", "sms-voice:SendTextMessage texts"],
            stack.Rights(function).Where(right => right.StartsWith("sms-voice:", StringComparison.Ordinal)));
        Assert.Contains("dynamodb:PutItem consents", stack.Rights(function));
        var variables = stack.Variables(function);
        Assert.Equal(("pool-1a2b", "20"), (variables["SMS_ORIGINATION"], variables["SMS_RATE"]));
    }

    [Theory]
    [InlineData("phone-1a2b", "phone-number/phone-1a2b")]
    [InlineData("SHOP", "sender-id/SHOP/*")]
    [InlineData("arn:aws:sms-voice:eu-west-1:123456789012:pool/pool-9", "pool/pool-9")]
    public async Task A_permission_names_what_the_setting_means(string origination, string resource) => Assert.Contains(
        $"sms-voice:SendTextMessage {resource}", (await SesStack.RunAsync(("ses:smsOrigination", origination))).Rights("send-campaign"));

    [Fact]
    public async Task What_did_not_arrive_goes_to_the_topic_and_so_do_answers_of_the_operators_numbers()
    {
        var stack = await SesStack.RunAsync(("ses:smsOrigination", "pool-1a2b"));
        var types = (ImmutableArray<object>)stack.One(Destination, "feedback-texts-destination").Inputs["matchingEventTypes"];
        Assert.Contains("TEXT_INVALID", types);
        Assert.DoesNotContain("TEXT_DELIVERED", types);
        var policy = stack.One("aws:sns/topicPolicy:TopicPolicy", "feedback-policy").Text("policy");
        Assert.Contains("\"Sid\":\"PublishTexts\"", policy, StringComparison.Ordinal);
        Assert.Contains("sms-voice.amazonaws.com", policy, StringComparison.Ordinal);
        var key = stack.One("aws:kms/keyPolicy:KeyPolicy", "feedback-key-policy").Text("policy");
        Assert.Contains("sms-voice.amazonaws.com", key, StringComparison.Ordinal);
        Assert.EndsWith(":feedback", (string)stack.Outputs["textReplies"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ses:smsOrigination", "+4915112345678", "ses:smsOrigination: '+4915112345678' is not the id of a pool")]
    [InlineData("ses:smsOrigination", "12345", "ses:smsOrigination: '12345' is not the id of a pool")]
    [InlineData("ses:smsRate", "5", "ses:smsRate: is set, but ses:smsOrigination is not")]
    public async Task A_wrong_setting_is_named(string key, string value, string expected) =>
        Assert.Contains(expected, await SesStack.RefusalAsync((key, value)), StringComparison.Ordinal);

    [Fact]
    public async Task A_text_in_the_definitions_needs_the_setting_and_the_error_names_file_and_key()
    {
        using var definitions = new DefinitionsCopy();
        await File.WriteAllTextAsync(Path.Combine(definitions.Path, "templates/renewal/sms.txt"), "Hello");
        var refusal = await SesStack.RefusalAsync(("definitions:directory", definitions.Path));
        Assert.Contains(
            "templates/renewal/sms.txt: the stack sends no text messages until ses:smsOrigination is set", refusal, StringComparison.Ordinal);
    }
}
