using System.Net;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;

namespace Handlers.Tests.AwsSdk;

public sealed class PinpointErrors
{
    [Theory]
    [InlineData(400, "BadRequestException", typeof(BadRequestException))]
    [InlineData(403, "ForbiddenException", typeof(ForbiddenException))]
    [InlineData(404, "NotFoundException", typeof(NotFoundException))]
    [InlineData(405, "MethodNotAllowedException", typeof(MethodNotAllowedException))]
    [InlineData(409, "ConflictException", typeof(ConflictException))]
    [InlineData(413, "PayloadTooLargeException", typeof(PayloadTooLargeException))]
    [InlineData(429, "TooManyRequestsException", typeof(TooManyRequestsException))]
    [InlineData(500, "InternalServerErrorException", typeof(InternalServerErrorException))]
    public async Task The_error_type_header_names_the_exception(int status, string type, System.Type expected)
    {
        var exception = await FailureAsync(new ScriptedAnswer(
            status,
            """{"RequestID":"r-1","Message":"what went wrong"}""")
        { ErrorType = $"{type}:http://internal.amazon.com/coral/" });

        Assert.IsType(expected, exception);
        Assert.Equal(
            (type, (HttpStatusCode)status, ScriptedAnswer.RequestId, "what went wrong"),
            (exception.ErrorCode, exception.StatusCode, exception.RequestId, exception.Message));
    }

    [Theory]
    [InlineData("""{"__type":"NotFoundException","Message":"gone"}""")]
    [InlineData("""{"__type":"com.amazonaws.pinpoint#NotFoundException","message":"gone"}""")]
    [InlineData("""{"code":"NotFoundException","message":"gone"}""")]
    public async Task The_body_names_the_exception_where_the_header_is_missing(string body)
    {
        var exception = Assert.IsType<NotFoundException>(await FailureAsync(new ScriptedAnswer(404, body)));

        Assert.Equal(("NotFoundException", "gone"), (exception.ErrorCode, exception.Message));
    }

    [Fact]
    public async Task Pinpoints_own_request_id_is_read_from_the_body()
    {
        var exception = await FailureAsync(new ScriptedAnswer(
            400,
            """{"Message":"no","RequestID":"r-1"}""")
        { ErrorType = "BadRequestException" });

        Assert.Equal("r-1", Assert.IsType<BadRequestException>(exception).RequestID);
    }

    [Fact]
    public async Task An_error_that_the_service_does_not_declare_keeps_its_code()
    {
        var exception = await FailureAsync(new ScriptedAnswer(403, """{"message":"no"}""") { ErrorType = "AccessDeniedException" });

        Assert.IsType<AmazonPinpointException>(exception);
        Assert.Equal(("AccessDeniedException", HttpStatusCode.Forbidden), (exception.ErrorCode, exception.StatusCode));
    }

    [Fact]
    public async Task An_error_that_is_no_json_is_still_an_exception_of_the_service()
    {
        var exception = await FailureAsync(new ScriptedAnswer(502, "Bad gateway"));

        Assert.IsType<AmazonPinpointException>(exception);
        Assert.Equal(HttpStatusCode.BadGateway, exception.StatusCode);
    }

    private static async Task<AmazonPinpointException> FailureAsync(ScriptedAnswer answer)
    {
        await using var service = new LoopbackService(answer);
        using var client = Clients.Pinpoint(service);
        return await Assert.ThrowsAnyAsync<AmazonPinpointException>(() => client.PutEventsAsync(Batches.OneEvent()));
    }
}
