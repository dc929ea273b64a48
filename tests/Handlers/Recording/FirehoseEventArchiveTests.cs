using System.Text;
using Engagement.Pixel;
using Engagement.Services;
using Engagement.Ses.Events;
using Handlers.Tests.AwsSdk;
using Handlers.Tests.CompanyEvents;
using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Recording;

public class FirehoseEventArchiveTests
{
    private readonly Output output = new();

    [Fact]
    public async Task Each_record_is_there_or_not_as_the_answer_says()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(
            200,
            """
            {"FailedPutCount":1,"Encrypted":false,"RequestResponses":[
              {"RecordId":"a"},{"ErrorCode":"ServiceUnavailableException","ErrorMessage":"Slow down."},{"RecordId":"c"}]}
            """));
        Assert.Equal([true, false, true], await Archive(service).AddAsync([Record("x\n"), Record("y\n"), Record("z\n")], default));
        var request = service.Request;
        Assert.Equal("Firehose_20150804.PutRecordBatch", request.Headers["x-amz-target"]);
        Assert.Equal("events", request.Json.GetProperty("DeliveryStreamName").GetString());
        Assert.Equal(
            ["x\n", "y\n", "z\n"],
            request.Json.GetProperty("Records").EnumerateArray()
                .Select(record => Encoding.UTF8.GetString(record.GetProperty("Data").GetBytesFromBase64())));
        Assert.Equal((1, 0), (output.Metric("ArchiveCalls"), output.Metric("ArchiveErrors")));
    }

    [Fact]
    public async Task Record_without_an_answer_is_not_there()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"RequestResponses":[{"RecordId":"a"}]}"""));
        Assert.Equal([true, false], await Archive(service).AddAsync([Record("x\n"), Record("y\n")], default));
    }

    [Theory]
    [InlineData(503, "ServiceUnavailableException", ServiceFailure.Failed)]
    [InlineData(400, "ThrottlingException", ServiceFailure.Throttled)]
    [InlineData(400, "InvalidArgumentException", ServiceFailure.Refused)]
    [InlineData(403, "AccessDeniedException", ServiceFailure.Denied)]
    public async Task Call_that_does_not_come_through_is_told_by_its_kind(int status, string error, ServiceFailure failure)
    {
        await using var service = new LoopbackService(new ScriptedAnswer(status, $$"""{"__type":"{{error}}","message":"m"}"""));
        var exception = await Assert.ThrowsAsync<ServiceException>(() => Archive(service).AddAsync([Record("x\n")], default));
        Assert.Equal((failure, $"Archive: {error}"), (exception.Failure, exception.Message));
    }

    private static ArchiveRecord Record(string lines) => new(
        [
            new(new(new(new PixelEvent { RequestId = "r", At = DateTimeOffset.UnixEpoch, Type = "t", EndpointId = "e" }, default), ["m"])),
        ],
        Encoding.UTF8.GetBytes(lines));

    private FirehoseEventArchive Archive(LoopbackService service) => new(LocalClients.Firehose(service), "events", output.Calls());
}
