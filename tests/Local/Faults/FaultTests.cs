using System.Net;
using Engagement.Local.Aws;

namespace Local.Tests.Faults;

public sealed class FaultTests
{
    private readonly FaultyCloud cloud = new();

    [Theory]
    [InlineData("TooManyRequestsException", 429)]
    [InlineData("InternalServerErrorException", 500)]
    [InlineData("ServiceUnavailable", 503)]
    [InlineData("AccessDeniedException", 403)]
    [InlineData("BadRequestException", 400)]
    public async Task Error_has_the_status_that_AWS_gives_it_and_nothing_is_done(string error, int status)
    {
        cloud.Add($$"""{"service":"pinpoint","operation":"PutEvents","error":"{{error}}"}""");

        Assert.Equal((status, error), await cloud.SendAsync());
        Assert.Equal(0, cloud.Done);
    }

    [Fact]
    public async Task Error_may_be_any_with_a_status_of_its_own()
    {
        cloud.Add("""{"service":"pinpoint","error":"BadGateway","status":502}""");

        Assert.Equal((502, "BadGateway"), await cloud.SendAsync());
    }

    [Theory]
    [InlineData("""{"service":"pinpoint","operation":"GetApp","drop":true}""")]
    [InlineData("""{"service":"sqs","drop":true}""")]
    [InlineData("""{"service":"lambda","kill":true}""")]
    public async Task Fault_of_something_else_leaves_a_call_alone(string fault)
    {
        cloud.Add(fault);

        Assert.Equal(202, (await cloud.SendAsync()).Status);
    }

    [Fact]
    public async Task Dropped_connection_has_no_answer_and_nothing_is_done()
    {
        cloud.Add("""{"service":"pinpoint","drop":true}""");

        await Assert.ThrowsAsync<DroppedConnectionException>(() => cloud.SendAsync());
        Assert.Equal(0, cloud.Done);
        Assert.Equal((0, "ConnectionDropped", "drop"), Logged());
    }

    [Fact]
    public async Task Function_that_is_killed_after_a_call_has_made_it_and_hears_nothing()
    {
        var killed = new List<string>();
        cloud.Faults.KillFunction = killed.Add;
        cloud.Add("""{"service":"pinpoint","operation":"CreateCampaign","kill":true,"function":"launch-*","count":1}""");
        var launcher = new Principal(PrincipalKind.Account, "arn:aws:iam::000000000000:root") { Session = "launch-campaigns-1a2b3c4" };

        await cloud.SendAsync("CreateCampaign");
        await cloud.SendAsync("CreateCampaign", launcher with { Session = "filter-audience-1a2b3c4" });
        Assert.Empty(killed);
        await Assert.ThrowsAsync<DroppedConnectionException>(() => cloud.SendAsync("CreateCampaign", launcher));

        Assert.Equal(["launch-campaigns-1a2b3c4"], killed);
        Assert.Equal(3, cloud.Done);
        var last = cloud.Calls.Latest[^1];
        Assert.Equal((0, "ConnectionDropped", "kill"), (last.Status, last.Error, last.Fault));
    }

    [Fact]
    public async Task Lost_answer_is_of_a_call_that_was_carried_out()
    {
        cloud.Add("""{"service":"pinpoint","lost":true,"error":"InternalServerErrorException"}""");

        Assert.Equal((500, "InternalServerErrorException"), await cloud.SendAsync());
        Assert.Equal(1, cloud.Done);
        Assert.Equal((500, "InternalServerErrorException", "error, lost"), Logged());
    }

    [Fact]
    public async Task Answer_is_lost_by_a_dropped_connection_where_nothing_else_is_said()
    {
        cloud.Add("""{"service":"pinpoint","lost":true}""");

        await Assert.ThrowsAsync<DroppedConnectionException>(() => cloud.SendAsync());
        Assert.Equal(1, cloud.Done);
    }

    [Theory]
    [InlineData("""{"service":"pinpoint","timeout":true}""", 0)]
    [InlineData("""{"service":"pinpoint","timeout":true,"lost":true}""", 1)]
    public async Task Timeout_lasts_until_the_caller_gives_up(string fault, int done)
    {
        cloud.Add(fault);
        using var patience = new CancellationTokenSource();

        var call = cloud.SendAsync(cancellationToken: patience.Token);
        Assert.False(call.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(done, cloud.Done);
        Assert.Equal("CallerGaveUp", Assert.Single(cloud.Calls.Latest).Error);
    }

    [Fact]
    public async Task Delay_takes_real_time_and_the_call_succeeds()
    {
        cloud.Add("""{"service":"pinpoint","delay":"PT2.5S"}""");

        var call = cloud.SendAsync();
        await cloud.RealTime.AdvanceAsync(TimeSpan.FromSeconds(2.499), CancellationToken.None);
        Assert.Equal((false, 0), (call.IsCompleted, cloud.Done));
        await cloud.RealTime.AdvanceAsync(TimeSpan.FromSeconds(0.001), CancellationToken.None);

        Assert.Equal(202, (await call).Status);
    }

    [Fact]
    public async Task Delay_may_come_before_an_error()
    {
        cloud.Add("""{"service":"pinpoint","delay":"PT1S","error":"TooManyRequestsException"}""");

        var call = cloud.SendAsync();
        Assert.False(call.IsCompleted);
        await cloud.RealTime.AdvanceAsync(TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.Equal(429, (await call).Status);
    }

    // What calls from within has no connection and no time-out of its own, and the clock waits for it.
    [Theory]
    [InlineData("""{"service":"pinpoint","drop":true}""", HttpStatusCode.ServiceUnavailable, "ServiceUnavailable")]
    [InlineData("""{"service":"pinpoint","timeout":true}""", HttpStatusCode.RequestTimeout, "RequestTimeout")]
    [
        InlineData(
            """{"service":"pinpoint","error":"TooManyRequestsException"}""", HttpStatusCode.TooManyRequests, "TooManyRequestsException")
    ]
    public async Task Call_from_within_gets_an_error_of_AWS_at_once(string fault, HttpStatusCode status, string code)
    {
        cloud.Add(fault);

        var error = await Assert.ThrowsAsync<AwsException>(cloud.CallAsync);

        Assert.Equal((status, code), (error.Status, error.Code));
        Assert.Single(cloud.Calls.Latest);
    }

    [Fact]
    public async Task Denied_call_is_denied_before_any_fault_and_the_log_says_why()
    {
        cloud.Add("""{"service":"pinpoint","error":"TooManyRequestsException"}""");

        var answer = await cloud.SendAsync(caller: Principal.Role("arn:aws:iam::000000000000:role/recorder", "f"));

        Assert.Equal((403, "AccessDeniedException"), answer);
        var call = Assert.Single(cloud.Calls.Latest);
        Assert.Equal((false, null), (call.Allowed, call.Fault));
        Assert.EndsWith(
            "because no identity-based policy allows the mobiletargeting:PutEvents action", call.Denial, StringComparison.Ordinal);
        Assert.Equal(0, Assert.Single(cloud.Faults.States).Matched);
    }

    [Fact]
    public async Task First_of_several_faults_strikes()
    {
        cloud.Add("""{"service":"pinpoint","error":"TooManyRequestsException","count":1}""");
        cloud.Add("""{"service":"pinpoint","error":"InternalServerErrorException"}""");

        Assert.Equal((429, 500), ((await cloud.SendAsync()).Status, (await cloud.SendAsync()).Status));
    }

    [Fact]
    public async Task Nothing_happens_after_faults_are_cleared()
    {
        cloud.Add("""{"service":"pinpoint","drop":true}""");

        cloud.Faults.Clear();

        Assert.Empty(cloud.Faults.States);
        Assert.Equal(202, (await cloud.SendAsync()).Status);
        Assert.Null(Assert.Single(cloud.Calls.Latest).Fault);
    }

    private (int Status, string? Error, string? Fault) Logged()
    {
        var call = Assert.Single(cloud.Calls.Latest);
        return (call.Status, call.Error, call.Fault);
    }
}
