using Engagement.Local.Aws;
using Engagement.Local.Ses;

namespace Local.Tests.Ses;

/// <summary>What the account may send, and how it is told that it may not.</summary>
public sealed class QuotaTests : IAsyncLifetime
{
    private EmailCloud email = null!;

    public async Task InitializeAsync() => email = await EmailCloud.StartAsync();

    public async Task DisposeAsync() => await email.DisposeAsync();

    [Fact]
    public async Task Faster_than_the_rate_is_too_many_requests()
    {
        email.Ses.Account.Quota = new() { MaxSendRate = 0.01 };
        Assert.Equal(200, (await email.SendAsync(EmailCloud.Mail(Many(50)))).Status);

        var refused = await email.SendAsync(EmailCloud.Mail("a@example.net"));

        Assert.Equal(
            (429, "TooManyRequestsException", "Maximum sending rate exceeded."),
            (refused.Status, refused.Error, (string?)refused.Body["message"]));
        await email.Cloud.Clock.AdvanceAsync(TimeSpan.FromSeconds(100), CancellationToken.None);
        Assert.Equal(200, await StatusAsync());
    }

    [Fact]
    public async Task The_rate_counts_recipients()
    {
        email.Ses.Account.Quota = new() { MaxSendRate = 0.01 };

        Assert.Equal(200, (await email.SendAsync(EmailCloud.Mail(Many(30)))).Status);
        Assert.Equal(429, (await email.SendAsync(EmailCloud.Mail(Many(30)))).Status);
        Assert.Equal(200, (await email.SendAsync(EmailCloud.Mail(Many(20)))).Status);
    }

    [Fact]
    public async Task The_daily_quota_is_free_again_after_24_hours()
    {
        email.Ses.Account.Quota = new() { Max24HourSend = 2 };
        Assert.Equal((200, 200), (await StatusAsync(), await StatusAsync()));

        var refused = await email.SendAsync(EmailCloud.Mail("a@example.net"));

        Assert.Equal(
            (400, "LimitExceededException", "Daily message quota exceeded."),
            (refused.Status, refused.Error, (string?)refused.Body["message"]));
        await email.Cloud.Clock.AdvanceAsync(TimeSpan.FromHours(24), CancellationToken.None);
        Assert.Equal(200, await StatusAsync());
    }

    [Fact]
    public async Task GetAccount_shows_the_quota_and_what_was_sent()
    {
        email.Ses.Account.Quota = new() { Max24HourSend = 50_000, MaxSendRate = 14 };
        await email.SendAsync(EmailCloud.Mail("a@example.net", "b@example.net"));

        var quota = (await email.CallAsync("GET", "/v2/email/account")).Body["SendQuota"]!;

        Assert.Equal(
            (50_000d, 14d, 2d), ((double)quota["Max24HourSend"]!, (double)quota["MaxSendRate"]!, (double)quota["SentLast24Hours"]!));
    }

    [Fact]
    public async Task Operations_that_do_not_send_share_one_request_a_second()
    {
        // Measured on the cloud's clock alone, which stands still.
        using var ses = new SesService(email.Cloud.Local.Context, email.Cloud.Local.Endpoint);
        await GetAsync(ses, "/v2/email/account");

        Assert.Equal(
            "TooManyRequestsException",
            (await Assert.ThrowsAsync<AwsException>(() => GetAsync(ses, "/v2/email/suppression/addresses"))).Code);
        await NextSecondAsync();
        await GetAsync(ses, "/v2/email/suppression/addresses");
    }

    [Fact]
    public async Task A_paused_account_or_configuration_set_sends_nothing()
    {
        await email.CallAsync("PUT", "/v2/email/account/sending", new() { ["SendingEnabled"] = false });
        Assert.Equal("SendingPausedException", (await email.SendAsync(EmailCloud.Mail("a@example.net"))).Error);
        await NextSecondAsync();
        await email.CallAsync("PUT", "/v2/email/account/sending", new() { ["SendingEnabled"] = true });
        await NextSecondAsync();
        await email.CallAsync("PUT", "/v2/email/configuration-sets/mail/sending", new() { ["SendingEnabled"] = false });
        Assert.Equal("SendingPausedException", (await email.SendAsync(EmailCloud.Mail("a@example.net"))).Error);
        await NextSecondAsync();
        await email.CallAsync("PUT", "/v2/email/configuration-sets/mail/sending", new() { ["SendingEnabled"] = true });

        Assert.Equal(200, await StatusAsync());
    }

    [Fact]
    public async Task The_suppression_list_is_put_shown_listed_and_emptied()
    {
        await email.CallAsync(
            "PUT", "/v2/email/suppression/addresses", new() { ["EmailAddress"] = "a@example.net", ["Reason"] = "BOUNCE" });
        await NextSecondAsync();
        var shown = await email.CallAsync("GET", "/v2/email/suppression/addresses/a%40example.net");
        await NextSecondAsync();
        var listed = await email.CallAsync("GET", "/v2/email/suppression/addresses?Reason=BOUNCE&PageSize=1");
        await NextSecondAsync();
        var others = await email.CallAsync("GET", "/v2/email/suppression/addresses?Reason=COMPLAINT");
        await NextSecondAsync();
        var deleted = await email.CallAsync("DELETE", "/v2/email/suppression/addresses/a%40example.net");
        await NextSecondAsync();

        Assert.Equal("BOUNCE", (string?)shown.Body["SuppressedDestination"]!["Reason"]);
        Assert.Equal("a@example.net", (string?)Assert.Single(listed.Body["SuppressedDestinationSummaries"]!.AsArray())!["EmailAddress"]);
        Assert.Empty(others.Body["SuppressedDestinationSummaries"]!.AsArray());
        Assert.Equal(200, deleted.Status);
        Assert.Equal("NotFoundException", (await email.CallAsync("DELETE", "/v2/email/suppression/addresses/a%40example.net")).Error);
    }

    [Fact]
    public async Task An_operation_that_is_not_done_is_refused_with_its_place()
    {
        var answer = await email.CallAsync("GET", "/v2/email/contact-lists");

        Assert.Equal((501, "NotImplementedException"), (answer.Status, answer.Error));
        Assert.Contains("GET v2/email/contact-lists", (string?)answer.Body["message"], StringComparison.Ordinal);
    }

    private Task<AwsResponse> GetAsync(SesService ses, string path) =>
        ses.Resolve(new() { Method = "GET", Path = path, Caller = email.Cloud.Owner }).ExecuteAsync(CancellationToken.None);

    private static string[] Many(int count) => [.. Enumerable.Range(0, count).Select(i => $"a{i}@example.net")];

    private async Task<int> StatusAsync() => (await email.SendAsync(EmailCloud.Mail("a@example.net"))).Status;

    private Task NextSecondAsync() => email.Cloud.Clock.AdvanceAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
}
