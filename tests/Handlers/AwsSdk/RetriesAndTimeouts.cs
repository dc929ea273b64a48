using System.Net;
using Amazon.Pinpoint.Model;

namespace Handlers.Tests.AwsSdk;

public sealed class RetriesAndTimeouts
{
    private static readonly ScriptedAnswer Accepted = new(202, """{"Results":{}}""");

    [Theory]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(500, "InternalServerErrorException")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Throttling_and_server_errors_are_tried_again(int status, string type)
    {
        await using var service = new LoopbackService(new ScriptedAnswer(status, """{"Message":"later"}""") { ErrorType = type }, Accepted);
        using var client = Clients.Pinpoint(service, retries: 1);

        var response = await client.PutEventsAsync(Batches.OneEvent());

        Assert.Equal(HttpStatusCode.Accepted, response.HttpStatusCode);
        Assert.Equal(2, service.Requests.Count);
        Assert.Equal(service.Requests[0].Text, service.Requests[1].Text);
        Assert.All(
            service.Requests,
            request =>
                Assert.Equal(new SignatureVersion4(request).Signature, new SignatureVersion4(request).Recomputed(Clients.SecretKey)));
    }

    [Fact]
    public async Task After_the_last_try_the_error_is_thrown()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(
            429,
            """{"Message":"later"}""")
        { ErrorType = "TooManyRequestsException" });
        using var client = Clients.Pinpoint(service, retries: 1);

        await Assert.ThrowsAsync<TooManyRequestsException>(() => client.PutEventsAsync(Batches.OneEvent()));

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task What_the_caller_did_wrong_is_not_tried_again()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(400, """{"Message":"no"}""")
        {
            ErrorType = "BadRequestException",
        });
        using var client = Clients.Pinpoint(service, retries: 3);

        await Assert.ThrowsAsync<BadRequestException>(() => client.PutEventsAsync(Batches.OneEvent()));

        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_ends_in_a_timeout()
    {
        await using var service = new LoopbackService(Accepted with { Hangs = true });
        using var client = Clients.Pinpoint(service, timeout: TimeSpan.FromMilliseconds(300));

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => client.PutEventsAsync(Batches.OneEvent()));

        Assert.Contains(Causes(failure), cause => cause is TimeoutException or OperationCanceledException);
    }

    [Fact]
    public async Task A_single_attempt_stays_single_where_the_connection_breaks()
    {
        await using var service = new BreakingService();
        using var client = Clients.SingleAttempt(service);

        // The connection has been used before: the SDK takes such a one for a connection that was closed meanwhile.
        await client.PutEventsAsync(Batches.OneEvent());
        await Assert.ThrowsAnyAsync<Exception>(() => client.PutEventsAsync(Batches.OneEvent()));

        Assert.Equal(2, service.Requests);
    }

    [Fact]
    public async Task The_caller_can_cancel()
    {
        await using var service = new LoopbackService(Accepted with { Hangs = true });
        using var client = Clients.Pinpoint(service);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PutEventsAsync(Batches.OneEvent(), cancellation.Token));
    }

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}
