using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Faults.Batches;

namespace Local.Tests.Faults;

/// <summary>Every second entry of a batch fails, in the words of its service, and the others are carried out.</summary>
public sealed class PartialBatchTests
{
    [Theory]
    [InlineData(
        "sqs", "SendMessageBatch",
        """{"QueueUrl":"q","Entries":[{"Id":"a"},{"Id":"b"},{"Id":"c"}]}""",
        """{"QueueUrl":"q","Entries":[{"Id":"a"},{"Id":"c"}]}""",
        """{"Successful":[{"Id":"a"},{"Id":"c"}]}""",
        """{"Successful":[{"Id":"a"},{"Id":"c"}],"Failed":[{"Id":"b","SenderFault":false,"Code":"Broken","Message":"*"}]}""")]
    [InlineData(
        "firehose", "PutRecordBatch",
        """{"Records":[{"Data":"1"},{"Data":"2"},{"Data":"3"},{"Data":"4"}]}""",
        """{"Records":[{"Data":"1"},{"Data":"3"}]}""",
        """{"FailedPutCount":0,"RequestResponses":[{"RecordId":"1"},{"RecordId":"3"}]}""",
        """{"FailedPutCount":2,"RequestResponses":[{"RecordId":"1"},{"ErrorCode":"Broken","ErrorMessage":"*"},{"RecordId":"3"},"""
            + """{"ErrorCode":"Broken","ErrorMessage":"*"}]}""")]
    [InlineData(
        "dynamodb", "BatchGetItem",
        """{"RequestItems":{"t":{"Keys":[{"id":{"S":"1"}},{"id":{"S":"2"}}],"ConsistentRead":true},"u":{"Keys":[{"id":{"S":"3"}}]}}}""",
        """{"RequestItems":{"t":{"Keys":[{"id":{"S":"1"}}],"ConsistentRead":true},"u":{"Keys":[{"id":{"S":"3"}}]}}}""",
        """{"Responses":{"t":[],"u":[]},"UnprocessedKeys":{}}""",
        """{"Responses":{"t":[],"u":[]},"UnprocessedKeys":{"t":{"Keys":[{"id":{"S":"2"}}],"ConsistentRead":true}}}""")]
    [InlineData(
        "pinpoint", "PutEvents",
        """{"BatchItem":{"a":{"Events":{"1":{}}},"b":{"Events":{"2":{}}}}}""",
        """{"BatchItem":{"a":{"Events":{"1":{}}}}}""",
        """{"Results":{"a":{}}}""",
        """{"Results":{"a":{},"b":{"EndpointItemResponse":{"StatusCode":500,"Message":"*"},"""
            + "\"EventsItemResponse\":{\"2\":{\"StatusCode\":500,\"Message\":\"*\"}}}}}")]
    public async Task Second_entries_fail(string service, string operation, string request, string rest, string answer, string told)
    {
        var error = new EntryError("Broken", 500);
        var carriedOut = "";

        var result = await PartialBatches.RunAsync(
            PartialBatches.Find(service, operation)!,
            new() { Method = "POST", Path = "/", Caller = Principal.Service("test"), Body = Encoding.UTF8.GetBytes(request) },
            error,
            part =>
            {
                carriedOut = Encoding.UTF8.GetString(part.Body.Span);
                return Task.FromResult(AwsResponse.Text(200, "application/json", answer));
            });

        Assert.Equal(rest, carriedOut);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(told.Replace("*", error.Message)), JsonNode.Parse(result.Body.Span)));
    }
}
