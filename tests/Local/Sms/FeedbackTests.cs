using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Sms;

namespace Local.Tests.Sms;

/// <summary>What topics hear of texts, and of what customers answer.</summary>
public sealed class FeedbackTests : IAsyncDisposable
{
    private const string Topic = "arn:aws:sns:eu-west-1:000000000000:texts";
    private const string Queue = "arn:aws:sqs:eu-west-1:000000000000:texts";
    private const string QueueUrl = "http://127.0.0.1:8080/000000000000/texts";
    private const string Number = "+4915112345678";

    private readonly DeployedCloud cloud = new();

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    [Theory]
    [InlineData(Number, "TEXT_DELIVERED")]
    [InlineData("+4525919410", "TEXT_DELIVERED")]
    [InlineData("+4525919215", "TEXT_UNREACHABLE")]
    [InlineData("+14254147167", "TEXT_UNREACHABLE")]
    [InlineData("+99912345678", "TEXT_INVALID")]
    public async Task The_number_decides_what_becomes_of_a_text(string number, string type)
    {
        await PrepareAsync("TEXT_ALL");
        var sent = await SendAsync(number, "set");
        var @event = Assert.Single(await HeardAsync());
        Assert.Equal(
            (type, number, (string?)sent.Body["MessageId"], "r1"),
            ((string?)@event["eventType"], (string?)@event["destinationPhoneNumber"], (string?)@event["messageId"],
                (string?)@event["context"]!["run"]));
    }

    [Fact]
    public async Task A_destination_hears_of_what_it_asked_for_alone_and_of_its_own_set()
    {
        await PrepareAsync("TEXT_INVALID");
        await SendAsync(Number, "set");
        await SendAsync("+99912345678", null);
        Assert.Empty(await HeardAsync());
        await SendAsync("+99912345678", "set");
        Assert.Single(await HeardAsync());
    }

    [Fact]
    public async Task A_configuration_set_that_is_not_there_is_named() =>
        Assert.Equal("ResourceNotFoundException", (await SendAsync(Number, "none")).Error);

    [Fact]
    public async Task A_topic_that_lets_nobody_in_hears_nothing()
    {
        await PrepareAsync("TEXT_ALL", policy: false);
        await SendAsync(Number, "set");
        Assert.Empty(await HeardAsync());
        Assert.NotEmpty(Sms.Lost);
    }

    [Theory]
    [InlineData(" stop", true)]
    [InlineData("UNSUBSCRIBE", true)]
    [InlineData("Stop it", false)]
    [InlineData("START", false)]
    public async Task An_answer_reaches_the_topic_of_the_number_and_a_word_opts_out(string body, bool optsOut)
    {
        await PrepareAsync("TEXT_INVALID");
        await CallAsync("UpdatePool", new() { ["PoolId"] = "pool-1", ["TwoWayEnabled"] = true, ["TwoWayChannelArn"] = Topic });
        Sms.Receive(new(Number, "pool-1", body));
        var answer = Assert.Single(await HeardAsync());
        Assert.Equal((Number, "pool-1", body), (
            (string?)answer["originationNumber"], (string?)answer["destinationNumber"], (string?)answer["messageBody"]));
        Assert.Equal(optsOut ? "ConflictException" : null, (await SendAsync(Number, null)).Error);
        var listed = await CallAsync("DescribeOptedOutNumbers", new() { ["OptOutListName"] = "Default" });
        Assert.Equal(optsOut ? [true] : [], listed.Body["OptedOutNumbers"]!.AsArray().Select(number => (bool)number!["EndUserOptedOut"]!));
    }

    [Fact]
    public async Task Pools_and_numbers_show_where_their_answers_go()
    {
        await CallAsync(
            "UpdatePhoneNumber", new() { ["PhoneNumberId"] = "phone-1", ["TwoWayEnabled"] = true, ["TwoWayChannelArn"] = Topic });
        var number = (await CallAsync("DescribePhoneNumbers", []))!.Body["PhoneNumbers"]!.AsArray().Single()!;
        Assert.Equal((true, Topic, "phone-1"), (
            (bool)number["TwoWayEnabled"]!, (string?)number["TwoWayChannelArn"], (string?)number["PhoneNumberId"]));
        var pool = (await CallAsync("DescribePools", new() { ["PoolIds"] = new JsonArray("pool-9") })).Body["Pools"]!.AsArray().Single()!;
        Assert.False((bool)pool["TwoWayEnabled"]!);
        Assert.Equal("Default", (string?)(await CallAsync("DescribeOptOutLists", [])).Body["OptOutLists"]![0]!["OptOutListName"]);
    }

    [Theory]
    [InlineData("pool/pool-1", "configuration-set/set", null)]
    [InlineData("pool/pool-1", "configuration-set/other", "AccessDeniedException")]
    [InlineData("pool/pool-2", "configuration-set/set", "AccessDeniedException")]
    public async Task A_role_needs_both_the_origination_identity_and_the_set(string identity, string set, string? error)
    {
        await PrepareAsync("TEXT_ALL");
        const string prefix = "arn:aws:sms-voice:eu-west-1:000000000000:";
        var role = await cloud.RoleAsync(
            "sender", "lambda.amazonaws.com",
            $$"""{"Effect":"Allow","Action":"sms-voice:SendTextMessage","Resource":["{{prefix}}{{identity}}","{{prefix}}{{set}}"]}""");
        Assert.Equal(error, (await CallAsync("SendTextMessage", Text(Number, "set"), Principal.Role(role, "send"))).Error);
    }

    private SmsService Sms => cloud.Local.Service<SmsService>();

    private static JsonObject Text(string to, string? set)
    {
        var text = new JsonObject
        {
            ["DestinationPhoneNumber"] = to,
            ["OriginationIdentity"] = "pool-1",
            ["MessageBody"] = "Hello",
            ["Context"] = new JsonObject { ["run"] = "r1" },
        };
        if (set is not null)
        {
            text["ConfigurationSetName"] = set;
        }

        return text;
    }

    private Task<(int Status, JsonNode Body, string? Error)> SendAsync(string to, string? set) =>
        CallAsync("SendTextMessage", Text(to, set));

    private Task<(int Status, JsonNode Body, string? Error)> CallAsync(string operation, JsonObject body, Principal? caller = null) =>
        cloud.SendAsync("sms-voice", "POST", "/", body, $"PinpointSMSVoiceV2.{operation}", caller);

    private async Task<IReadOnlyList<JsonNode>> HeardAsync()
    {
        await cloud.Clock.SettleAsync(CancellationToken.None);
        var received = await cloud.SendAsync(
            "sqs", "POST", "/", new JsonObject { ["QueueUrl"] = QueueUrl, ["MaxNumberOfMessages"] = 10 }, "AmazonSQS.ReceiveMessage");
        return [.. (received.Body["Messages"] as JsonArray ?? []).Select(message => JsonNode.Parse((string)message!["Body"]!)!)];
    }

    private async Task PrepareAsync(string eventType, bool policy = true)
    {
        await cloud.CreateAsync("aws:pinpoint/smsvoicev2ConfigurationSet:Smsvoicev2ConfigurationSet", ("name", "set"));
        await cloud.CreateAsync("aws:sns/topic:Topic", ("name", "texts"));
        await cloud.CreateAsync("aws:sqs/queue:Queue", ("name", "texts"));
        await cloud.CreateAsync(
            "aws:sqs/queuePolicy:QueuePolicy", ("queueUrl", QueueUrl), ("policy", Policy("sqs:SendMessage", Queue, "sns")));
        await cloud.CreateAsync(
            "aws:sns/topicSubscription:TopicSubscription",
            ("topic", Topic), ("protocol", "sqs"), ("endpoint", Queue), ("rawMessageDelivery", true));
        if (policy)
        {
            await cloud.CreateAsync(
                "aws:sns/topicPolicy:TopicPolicy", ("arn", Topic), ("policy", Policy("sns:Publish", Topic, "sms-voice")));
        }

        await cloud.CreateAsync(
            "aws:pinpoint/smsvoicev2EventDestination:Smsvoicev2EventDestination",
            ("configurationSetName", "set"),
            ("eventDestinationName", "feedback"),
            ("matchingEventTypes", DeployedCloud.List(eventType)),
            ("snsDestination", DeployedCloud.Map(("topicArn", Topic))));
    }

    private static string Policy(string action, string resource, string service) => $$$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{{action}}}","Resource":"{{{resource}}}","Principal":{"Service":"{{{service}}}.amazonaws.com"},"Condition":{"StringEquals":{"aws:SourceAccount":"000000000000"} } }]}
        """;
}
