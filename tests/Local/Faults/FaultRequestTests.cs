using Engagement.Local.Faults;

namespace Local.Tests.Faults;

public sealed class FaultRequestTests
{
    private readonly FaultyCloud cloud = new();

    [Theory]
    [InlineData("""{"drop":true}""", "service", "dynamodb, events, lambda, pinpoint, secretsmanager, sns, sqs, states")]
    [InlineData("""{"service":"mobiletargeting","drop":true}""", "service", "'mobiletargeting' is not known; it must be one of dynamodb")]
    [
        InlineData(
            """{"service":"pinpoint","operation":"mobiletargeting:PutEvents","drop":true}""",
            "operation",
            "is not an operation's name, such as PutEvents, nor *")
    ]
    [InlineData("""{"service":"pinpoint"}""", "error", "nothing would happen")]
    [InlineData("""{"service":"pinpoint","drop":true,"timeout":true}""", "error", "only one of error, drop, timeout and kill")]
    [InlineData("""{"service":"pinpoint","error":"TooManyRequests"}""", "error", "TooManyRequestsException")]
    [InlineData("""{"service":"pinpoint","error":"TooManyRequestsException","status":200}""", "status", "from 400 to 599")]
    [InlineData("""{"service":"pinpoint","drop":true,"status":500}""", "status", "for error alone")]
    [InlineData("""{"service":"pinpoint","drop":true,"rate":0}""", "rate", "above 0 and at most 1")]
    [InlineData("""{"service":"pinpoint","drop":true,"rate":20}""", "rate", "above 0 and at most 1")]
    [InlineData("""{"service":"pinpoint","drop":true,"rate":"half"}""", "rate", "rate (number)")]
    [InlineData("""{"service":"pinpoint","drop":true,"count":0}""", "count", "1 or more")]
    [InlineData("""{"service":"pinpoint","delay":"2s"}""", "delay", "such as PT0.5S")]
    [InlineData("""{"service":"pinpoint","delay":"P1D"}""", "delay", "such as PT0.5S")]
    [InlineData("""{"service":"pinpoint","delay":"PT0S"}""", "delay", "at most PT1H")]
    [InlineData("""{"service":"pinpoint","delay":"PT61M"}""", "delay", "at most PT1H")]
    [InlineData("""{"service":"pinpoint","kill":true}""", "operation", "after which call")]
    [InlineData("""{"service":"lambda","operation":"GetFunction","kill":true}""", "operation", "with kill it must be Invoke")]
    [InlineData("""{"service":"lambda","kill":true,"lost":true}""", "lost", "no meaning with kill")]
    [InlineData("""{"service":"lambda","kill":true,"delay":"PT1S"}""", "delay", "no meaning with kill")]
    [InlineData("""{"service":"sqs","operation":"SendMessage","part":true,"error":"Failed","status":500}""", "part", "SendMessageBatch")]
    [InlineData("""{"service":"sqs","operation":"SendMessageBatch","part":true}""", "error", "missing")]
    [InlineData("""{"service":"pinpoint","operation":"PutEvents","part":true,"drop":true}""", "part", "error alone")]
    [InlineData("""{"service":"dynamodb","operation":"BatchGetItem","part":true,"error":"Any","status":500}""", "error", "no meaning")]
    [InlineData("""{"service":"pinpoint","drop":true,"rates":0.5}""", "rates", "service (text), operation (text)")]
    [InlineData("""[]""", "body", "service (text)")]
    [InlineData("""null""", "body", "not a fault")]
    [InlineData("""{""", "body", "service (text)")]
    public void Fault_that_makes_no_sense_is_refused_and_the_field_named(string json, string field, string says)
    {
        var error = Assert.Throws<FaultRequestException>(() => cloud.Add(json));

        Assert.Equal(field, error.Field);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Empty(cloud.Faults.States);
    }

    [Fact]
    public void Fault_shows_what_was_left_to_default()
    {
        var fault = cloud.Add("""{"service":"pinpoint","error":"TooManyRequestsException","seed":7}""").Fault;

        Assert.Equal(
            new FaultRequest
            {
                Service = "pinpoint",
                Operation = "*",
                Error = "TooManyRequestsException",
                Status = 429,
                Rate = 1,
                Seed = 7
            },
            fault);
    }
}
