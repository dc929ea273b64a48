using Engagement.Local.Sms;

namespace Conformance.Tests.AwsCli;

/// <summary>AWS End User Messaging SMS, asked by the AWS CLI.</summary>
[Collection(RunningEnvironment.Name)]
public sealed class SmsTests(CommandLine aws) : IClassFixture<CommandLine>
{
    private const string Service = "pinpoint-sms-voice-v2";
    private const string Number = "+4915112345678";

    [Fact]
    public async Task A_text_is_sent()
    {
        var answer = await aws.SucceedAsync(Service, "send-text-message", [.. Text(Number), "--context", "run=r1"]);

        var sent = aws.Environment.Cloud.Service<SmsService>().Sent[^1];
        Assert.Equal((answer.GetProperty("MessageId").GetString(), "Grüße", "r1"), (sent.MessageId, sent.Body, sent.Context["run"]));
    }

    [Fact]
    public async Task A_number_opts_out_is_listed_and_opts_in_again()
    {
        const string Other = "+4915187654321";
        await aws.SucceedAsync(Service, "put-opted-out-number", "--opt-out-list-name", "Default", "--opted-out-number", Other);
        var listed = await aws.SucceedAsync(Service, "describe-opted-out-numbers", "--opt-out-list-name", "Default");

        Assert.Equal("ConflictException", await aws.FailAsync(Service, "send-text-message", Text(Other)));
        Assert.Contains(
            Other,
            listed.GetProperty("OptedOutNumbers").EnumerateArray().Select(number => number.GetProperty("OptedOutNumber").GetString()));
        await aws.SucceedAsync(Service, "delete-opted-out-number", "--opt-out-list-name", "Default", "--opted-out-number", Other);
        Assert.Equal(
            "ResourceNotFoundException",
            await aws.FailAsync(Service, "delete-opted-out-number", "--opt-out-list-name", "Default", "--opted-out-number", Other));
    }

    [Fact]
    public async Task What_is_wrong_is_named_as_aws_names_it() => Assert.Equal(
        "ValidationException",
        await aws.FailAsync(
            Service, "send-text-message", "--destination-phone-number", "0151", "--origination-identity", "pool-1", "--message-body", "x"));

    private static string[] Text(string to) =>
        ["--destination-phone-number", to, "--origination-identity", "pool-1", "--message-body", "Grüße"];
}
