using System.Text.Json;
using Engagement.Local.Ses;

namespace Conformance.Tests.AwsCli;

/// <summary>Amazon SES v2, asked by the AWS CLI.</summary>
[Collection(RunningEnvironment.Name)]
public sealed class SesTests(CommandLine aws) : IClassFixture<CommandLine>
{
    private const string Simple =
        """{"Simple":{"Subject":{"Data":"Größe","Charset":"UTF-8"},"Body":{"Text":{"Data":"日本","Charset":"UTF-8"}},"Headers":[{"Name":"X-Run","Value":"1"}]}}""";

    [Fact]
    public async Task A_message_is_sent_with_its_text_headers_and_tags()
    {
        await DeclareAsync();

        var answer = await aws.SucceedAsync("sesv2", "send-email", [.. Message("a@example.net"), "--email-tags", "Name=run,Value=r1"]);

        var sent = aws.Environment.Cloud.Service<SesService>().Sent.All[^1];
        Assert.Equal(answer.GetProperty("MessageId").GetString(), sent.MessageId);
        Assert.Equal(("Größe", "日本"), (sent.Subject, sent.Text));
        Assert.Equal(KeyValuePair.Create("X-Run", "1"), Assert.Single(sent.Headers));
        Assert.Equal(KeyValuePair.Create("run", "r1"), Assert.Single(sent.Tags));
    }

    [Fact]
    public async Task The_account_says_how_fast_it_may_send()
    {
        var quota = (await InTurnAsync("get-account")).GetProperty("SendQuota");

        Assert.Equal(aws.Environment.Cloud.Service<SesService>().Account.Quota.MaxSendRate, quota.GetProperty("MaxSendRate").GetDouble());
    }

    [Fact]
    public async Task An_address_is_suppressed_shown_listed_and_free_again()
    {
        await InTurnAsync("put-suppressed-destination", "--email-address", "cli+1@example.net", "--reason", "BOUNCE");
        var shown = await InTurnAsync("get-suppressed-destination", "--email-address", "cli+1@example.net");
        var listed = await InTurnAsync("list-suppressed-destinations", "--reasons", "BOUNCE");
        await InTurnAsync("delete-suppressed-destination", "--email-address", "cli+1@example.net");

        Assert.Equal("BOUNCE", shown.GetProperty("SuppressedDestination").GetProperty("Reason").GetString());
        Assert.Contains("cli+1@example.net", listed.GetProperty("SuppressedDestinationSummaries").EnumerateArray()
            .Select(summary => summary.GetProperty("EmailAddress").GetString()));
        await aws.Environment.AdvanceAsync("PT1S");
        Assert.Equal(
            "NotFoundException",
            await aws.FailAsync("sesv2", "get-suppressed-destination", "--email-address", "cli+1@example.net"));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named_as_aws_names_it()
    {
        await DeclareAsync();

        Assert.Equal("BadRequestException", await aws.FailAsync("sesv2", "send-email", Message("nobody")));
        Assert.Equal(
            "NotFoundException",
            await aws.FailAsync("sesv2", "send-email", [.. Message("a@example.net"), "--configuration-set-name", "none"]));
        Assert.Equal(
            "MessageRejected",
            await aws.FailAsync(
                "sesv2", "send-email", "--from-email-address", "a@example.org", "--destination", "ToAddresses=a@example.net",
                "--content", Simple));
        Assert.Equal("NotFoundException", await aws.FailAsync("sesv2", "get-email-identity", "--email-identity", "none.example"));
    }

    [Fact]
    public async Task A_paused_account_and_a_used_up_quota_are_named_as_aws_names_them()
    {
        await DeclareAsync();
        var account = aws.Environment.Cloud.Service<SesService>().Account;
        var quota = account.Quota;
        await InTurnAsync("put-account-sending-attributes", "--no-sending-enabled");
        var paused = await aws.FailAsync("sesv2", "send-email", Message("a@example.net"));
        await InTurnAsync("put-account-sending-attributes", "--sending-enabled");
        account.Quota = quota with { Max24HourSend = 0 };
        var usedUp = await aws.FailAsync("sesv2", "send-email", Message("a@example.net"));
        account.Quota = quota;

        Assert.Equal(("SendingPausedException", "LimitExceededException"), (paused, usedUp));
    }

    // SES takes one request a second beside those that send.
    private async Task<JsonElement> InTurnAsync(string command, params string[] arguments)
    {
        await aws.Environment.AdvanceAsync("PT1S");
        return await aws.SucceedAsync("sesv2", command, arguments);
    }

    private static string[] Message(string to) =>
        ["--from-email-address", "Shop <hello@cli.example>", "--destination", JsonSerializer.Serialize(new { ToAddresses = new[] { to } }), "--content", Simple];

    private async Task DeclareAsync() => await aws.DeclareAsync<SesService>(
        "aws:sesv2/emailIdentity:EmailIdentity", "cli", ("emailIdentity", "cli.example"));
}
