using System.Text.Json.Nodes;
using Engagement;
using Engagement.Local.Aws;
using Engagement.Local.Sms;
using Engagement.Local.Sms.Sending;

namespace Local.Tests.Sms;

/// <summary>Texts, and numbers that want none.</summary>
public sealed class TextMessageTests : IAsyncDisposable
{
    private const string Number = "+4915112345678";

    private readonly DeployedCloud cloud = new();

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    [Fact]
    public async Task An_accepted_text_is_kept_as_it_was_sent()
    {
        var answer = await SendAsync(("MessageBody", "Grüße"), ("Context", new JsonObject { ["run"] = "r1" }));

        var sent = Assert.Single(Sent);
        Assert.Equal((string?)answer.Body["MessageId"], sent.MessageId);
        Assert.Equal(
            (Number, "pool-1", "Grüße", "TRANSACTIONAL", 1),
            (sent.To, sent.Origination, sent.Body, sent.MessageType, sent.Parts));
        Assert.Equal("r1", sent.Context["run"]);
    }

    [Fact]
    public async Task A_dry_run_says_whether_it_would_be_sent_and_sends_nothing()
    {
        Assert.Equal(200, (await SendAsync(("DryRun", true))).Status);
        Assert.Equal("ValidationException", (await SendAsync(("DryRun", true), ("MessageBody", " "))).Error);
        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData("DestinationPhoneNumber", "0151 123", "ValidationException", "FIELD_VALIDATION_FAILED")]
    [InlineData("MessageBody", "", "ValidationException", "FIELD_VALIDATION_FAILED")]
    [InlineData("MessageType", "SPAM", "ValidationException", "FIELD_VALIDATION_FAILED")]
    [InlineData("TimeToLive", 4, "ValidationException", "FIELD_VALIDATION_FAILED")]
    [InlineData("OriginationIdentity", null, "ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND")]
    public async Task What_is_wrong_is_named(string member, object? value, string error, string reason)
    {
        var answer = await SendAsync((member, value));

        Assert.Equal((400, error, reason), (answer.Status, answer.Error, (string?)answer.Body["Reason"]));
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task A_number_that_has_opted_out_gets_nothing_until_it_is_off_the_list()
    {
        await CallAsync("PutOptedOutNumber", new() { ["OptOutListName"] = "Default", ["OptedOutNumber"] = Number });

        var refused = await SendAsync(("DestinationPhoneNumber", Number[1..]));
        var listed = await CallAsync("DescribeOptedOutNumbers", new() { ["OptOutListName"] = "Default" });
        var deleted = await CallAsync("DeleteOptedOutNumber", new() { ["OptOutListName"] = "Default", ["OptedOutNumber"] = Number });

        Assert.Equal(("ConflictException", "DESTINATION_PHONE_NUMBER_OPTED_OUT"), (refused.Error, (string?)refused.Body["Reason"]));
        Assert.Equal(Number, (string?)Assert.Single(listed.Body["OptedOutNumbers"]!.AsArray())!["OptedOutNumber"]);
        Assert.Equal(200, deleted.Status);
        Assert.Equal(200, (await SendAsync()).Status);
        Assert.Equal(
            "ResourceNotFoundException",
            (await CallAsync("PutOptedOutNumber", new() { ["OptOutListName"] = "none", ["OptedOutNumber"] = Number })).Error);
    }

    [Theory]
    [InlineData("pool/pool-1", null)]
    [InlineData("pool/pool-2", "AccessDeniedException")]
    public async Task A_role_needs_the_origination_identity(string allowed, string? error)
    {
        var role = await cloud.RoleAsync(
            "sender", "lambda.amazonaws.com",
            $$"""{"Effect":"Allow","Action":"sms-voice:SendTextMessage","Resource":"arn:aws:sms-voice:eu-west-1:000000000000:{{allowed}}"}""");

        Assert.Equal(error, (await CallAsync("SendTextMessage", Body(), Principal.Role(role, "send"))).Error);
    }

    [Theory]
    [InlineData('a', 1530, true)]
    [InlineData('a', 1531, false)]
    [InlineData('日', 630, true)]
    [InlineData('日', 631, false)]
    public async Task A_text_of_more_than_ten_parts_is_refused(char character, int count, bool taken) =>
        Assert.Equal(taken, (await SendAsync(("MessageBody", new string(character, count)))).Status == 200);

    private IReadOnlyList<SentText> Sent => cloud.Local.Service<SmsService>().Sent;

    private static JsonObject Body() => new()
    {
        ["DestinationPhoneNumber"] = Number,
        ["OriginationIdentity"] = "pool-1",
        ["MessageBody"] = "Hello",
    };

    private Task<(int Status, JsonNode Body, string? Error)> SendAsync(params (string Member, object? Value)[] members)
    {
        var body = Body();
        foreach (var (member, value) in members)
        {
            body[member] = value as JsonNode ?? JsonValue.Create(value);
        }

        return CallAsync("SendTextMessage", body);
    }

    private Task<(int Status, JsonNode Body, string? Error)> CallAsync(string operation, JsonObject body, Principal? caller = null) =>
        cloud.SendAsync("sms-voice", "POST", "/", body, $"PinpointSMSVoiceV2.{operation}", caller);
}
