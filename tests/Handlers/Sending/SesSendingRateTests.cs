using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Engagement.Ses.Sending;
using Handlers.Tests.AwsSdk;

namespace Handlers.Tests.CompanyEvents;

public sealed class SesSendingRateTests
{
    private readonly Telemetry telemetry = new();

    [Fact]
    public async Task The_account_is_asked_every_five_minutes_and_a_failure_leaves_what_was()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(200, """{"SendQuota":{"Max24HourSend":50000,"MaxSendRate":14.0,"SentLast24Hours":1}}"""),
            new ScriptedAnswer(429, "{}") { ErrorType = "TooManyRequestsException" });
        var rate = Rate(service);
        Assert.Equal(14, await rate.ReadAsync(default));
        Assert.Equal(14, await rate.ReadAsync(default));
        Assert.Equal("/v2/email/account", service.Request.Path);
        telemetry.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(14, await rate.ReadAsync(default));
        Assert.Equal(2, service.Requests.Count);
        Assert.Equal(1, telemetry.Metric("SesThrottled"));
    }

    [Fact]
    public async Task Until_the_account_answers_the_rate_is_what_every_account_may_send()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(500, "{}"));
        Assert.Equal(1, await Rate(service).ReadAsync(default));
        Assert.Equal(1, telemetry.Metric("SesErrors"));
    }

    [Fact]
    public async Task A_first_question_that_is_one_too_many_is_asked_again()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(429, "{}") { ErrorType = "TooManyRequestsException" },
            new ScriptedAnswer(429, "{}") { ErrorType = "TooManyRequestsException" },
            new ScriptedAnswer(200, """{"SendQuota":{"Max24HourSend":50000,"MaxSendRate":14.0,"SentLast24Hours":1}}"""));
        var rate = Rate(service).ReadAsync(default).AsTask();
        while (!rate.IsCompleted)
        {
            telemetry.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal(14, await rate);
        Assert.Equal(3, service.Requests.Count);
    }

    private SesSendingRate Rate(LoopbackService service)
    {
        var config = new AmazonSimpleEmailServiceV2Config
        {
            ServiceURL = service.Url,
            AuthenticationRegion = Clients.Region,
            MaxErrorRetry = 0,
        };
        return new(
            new AmazonSimpleEmailServiceV2Client(new BasicAWSCredentials(Clients.AccessKeyId, Clients.SecretKey), config),
            telemetry.Time,
            telemetry.Calls());
    }
}
