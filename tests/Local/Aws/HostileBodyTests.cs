using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Pinpoint;
using Engagement.Local.DynamoDb;
using Engagement.Local.Lambda;
using Engagement.Local.Sqs;
using Engagement.Local.Resources;

namespace Local.Tests.Aws;

/// <summary>What no well-meaning client sends: AWS answers each with an error of its own, and no service with a failure.</summary>
public sealed class HostileBodyTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Queue = "http://127.0.0.1:8080/000000000000/inbox";
    private static readonly Principal Account = new(PrincipalKind.Account, "arn:aws:iam::000000000000:root");

    private static readonly string[] Values =
        [
            "null", "\"\"", "\"x\"", "0", "-1.5", "1e400", "99999999999999999999", "true", "[]", "{}", "[null]", "{\"x\":null}",
            "[[[[[[[[]]]]]]]]", "\"\\u0000\""
        ];

    private readonly LocalCloud cloud = new(
        new()
        {
            Region = "eu-west-1",
            BaseUrl = new Uri("http://127.0.0.1:8080"),
            Clock = new VirtualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
        });

    private readonly AwsEndpoint unbounded;
    private string? app;

    // Pinpoint's rates would refuse most of these requests before it reads them.
    public HostileBodyTests()
    {
        unbounded = new AwsEndpoint(cloud.Authorizer, cloud.Calls, cloud.Context.Clock);
        unbounded.Add(new PinpointService(cloud.Context, cloud.Endpoint, cloud.Service<LambdaService>(), PinpointRates.Unbounded));
    }

    /// <summary>A service, its operation, and a body that it takes.</summary>
    public static TheoryData<string, string, string> Requests { get; } = new()
    {
        { "dynamodb", "DynamoDB_20120810.PutItem", """{"TableName":"ledger","Item":{"pk":{"S":"a"},"v":{"M":{"l":{"L":[{"N":"1"},{"NS":["1"]},{"B":"AA=="}]}}}},"ConditionExpression":"#a = :a","ExpressionAttributeNames":{"#a":"a"},"ExpressionAttributeValues":{":a":{"BOOL":true}},"ReturnValues":"NONE"}""" },
        { "dynamodb", "DynamoDB_20120810.UpdateItem", """{"TableName":"ledger","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET a = :a","ExpressionAttributeValues":{":a":{"L":[]}}}""" },
        { "dynamodb", "DynamoDB_20120810.Query", """{"TableName":"ledger","KeyConditionExpression":"pk = :a","ExpressionAttributeValues":{":a":{"S":"a"}},"ExclusiveStartKey":{"pk":{"S":"a"}},"Limit":1,"ScanIndexForward":true}""" },
        { "dynamodb", "DynamoDB_20120810.Scan", """{"TableName":"ledger","Segment":0,"TotalSegments":1,"Select":"COUNT","FilterExpression":"a = b"}""" },
        { "dynamodb", "DynamoDB_20120810.BatchGetItem", """{"RequestItems":{"ledger":{"Keys":[{"pk":{"S":"a"}}],"ConsistentRead":true}}}""" },
        { "dynamodb", "DynamoDB_20120810.BatchWriteItem", """{"RequestItems":{"ledger":[{"PutRequest":{"Item":{"pk":{"S":"a"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"b"}}}}]}}""" },
        { "dynamodb", "DynamoDB_20120810.DescribeTable", """{"TableName":"ledger"}""" },
        { "events", "AWSEvents.PutEvents", """{"Entries":[{"Source":"a","DetailType":"b","Detail":"{\"a\":1}","EventBusName":"default","Resources":["arn:a"],"Time":1}]}""" },
        { "states", "AWSStepFunctions.StartExecution", """{"stateMachineArn":"arn:aws:states:eu-west-1:000000000000:stateMachine:none","name":"a","input":"{}"}""" },
        { "states", "AWSStepFunctions.ListExecutions", """{"stateMachineArn":"arn:aws:states:eu-west-1:000000000000:stateMachine:none","maxResults":1}""" },
        { "sqs", "AmazonSQS.SendMessage", """{"QueueUrl":"http://127.0.0.1:8080/000000000000/inbox","MessageBody":"a","DelaySeconds":1,"MessageAttributes":{"a":{"DataType":"String","StringValue":"b"}}}""" },
        { "sqs", "AmazonSQS.SendMessageBatch", """{"QueueUrl":"http://127.0.0.1:8080/000000000000/inbox","Entries":[{"Id":"a","MessageBody":"a"}]}""" },
        { "sqs", "AmazonSQS.ReceiveMessage", """{"QueueUrl":"http://127.0.0.1:8080/000000000000/inbox","MaxNumberOfMessages":1,"VisibilityTimeout":1,"AttributeNames":["All"]}""" },
        { "sqs", "AmazonSQS.ChangeMessageVisibilityBatch", """{"QueueUrl":"http://127.0.0.1:8080/000000000000/inbox","Entries":[{"Id":"a","ReceiptHandle":"x","VisibilityTimeout":1}]}""" },
        { "sqs", "AmazonSQS.ListQueues", """{"QueueNamePrefix":"a","MaxResults":1}""" },
        { "secretsmanager", "secretsmanager.CreateSecret", """{"Name":"a","SecretString":"x","ClientRequestToken":"11111111-1111-1111-1111-111111111111","Tags":[{"Key":"a","Value":"b"}]}""" },
        { "secretsmanager", "secretsmanager.ListSecrets", """{"MaxResults":1,"Filters":[{"Key":"name","Values":["a"]}]}""" },
        { "mobiletargeting", "POST /v1/apps", """{"Name":"a","tags":{"a":"b"}}""" },
        { "mobiletargeting", "POST /v1/apps/{app}/events", """{"BatchItem":{"e":{"Endpoint":{"Address":"a@example.com","ChannelType":"EMAIL","User":{"UserId":"u","UserAttributes":{"a":["b"]}}},"Events":{"1":{"EventType":"a","Timestamp":"2026-03-01T12:00:00Z","Attributes":{"a":"b"},"Metrics":{"m":1}}}}}}""" },
        { "mobiletargeting", "PUT /v1/apps/{app}/endpoints", """{"Item":[{"Id":"e","Address":"a@example.com","ChannelType":"EMAIL","Attributes":{"a":["b"]},"Metrics":{"m":1},"Location":{"Country":"DE"}}]}""" },
        { "mobiletargeting", "POST /v1/apps/{app}/segments", """{"Name":"a","SegmentGroups":{"Groups":[{"Type":"ALL","Dimensions":[{"UserAttributes":{"a":{"AttributeType":"INCLUSIVE","Values":["b"]}}}]}],"Include":"ALL"}}""" },
        { "mobiletargeting", "POST /v1/apps/{app}/campaigns", """{"Name":"a","SegmentId":"s","Schedule":{"StartTime":"IMMEDIATE"},"MessageConfiguration":{"EmailMessage":{"Title":"a","HtmlBody":"b"}}}""" },
        { "mobiletargeting", "POST /v1/apps/{app}/journeys", """{"Name":"a","StartActivity":"w","Activities":{"w":{"Wait":{"WaitTime":{"WaitFor":"PT1H"}}}},"StartCondition":{"EventStartCondition":{"EventFilter":{"FilterType":"ENDPOINT","Dimensions":{"EventType":{"DimensionType":"INCLUSIVE","Values":["a"]}}}}},"State":"DRAFT"}""" },
        { "mobiletargeting", "POST /v1/templates/a/email", """{"Subject":"a","HtmlPart":"b","DefaultSubstitutions":"{}","tags":{"a":"b"}}""" },
    };

    public async Task InitializeAsync()
    {
        await CreateAsync("aws:sqs/queue:Queue", ("name", "inbox"));
        await CreateAsync(
            "aws:dynamodb/table:Table", ("name", "ledger"), ("hashKey", "pk"), ("billingMode", "PAY_PER_REQUEST"),
            (
                "attributes",
                ImmutableArray.Create<object>(
                    ImmutableDictionary.CreateRange(new Dictionary<string, object> { ["name"] = "pk", ["type"] = "S" }))));
    }

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>Those whose members are read one by one; the others' tests hold what they make of values.</summary>
    public static TheoryData<string, string, string> ReadByMember
    {
        get
        {
            var own = new TheoryData<string, string, string>();
            foreach (var request in Requests.Where(request => (string)request[0] is not ("mobiletargeting" or "events")))
            {
                own.Add((string)request[0], (string)request[1], (string)request[2]);
            }

            return own;
        }
    }

    [Theory]
    [MemberData(nameof(ReadByMember))]
    public async Task Other_values_anywhere_are_no_failure(string service, string operation, string body)
    {
        foreach (var hostile in Places(JsonNode.Parse(body)!).SelectMany(path => Values.Select(value => With(body, path, value))))
        {
            var (status, answer) = await SendAsync(service, operation, Encoding.UTF8.GetBytes(hostile));

            Assert.True(status is (>= 200 and < 500) or 501, $"{status} {answer}{Environment.NewLine}{hostile}");
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Text_that_is_no_text_is_refused(string service, string operation, string body)
    {
        byte[][] bodies =
        [
            Encoding.UTF8.GetBytes(body.Insert(1, "\"a\":1,\"a\":2,")),
            Encoding.UTF8.GetBytes(body.Insert(1, "\"a\":\"\\ud800\",")),
            Encoding.UTF8.GetBytes(body.Insert(1, "\"\\udc00\":1,")),
            [.. "{\"a\":\""u8, 0xFF, .. "\","u8, .. Encoding.UTF8.GetBytes(body[1..])],
            [.. "{\""u8, 0xC0, 0x80, .. "\":1,"u8, .. Encoding.UTF8.GetBytes(body[1..])],
            Encoding.UTF8.GetBytes(body.Insert(1, $"\"a\":{new string('[', 200_000)}")),
            Encoding.UTF8.GetBytes("null"),
            Encoding.UTF8.GetBytes("[]"),
            Encoding.UTF8.GetBytes(body[..^1]),
        ];
        foreach (var hostile in bodies)
        {
            var (status, answer) = await SendAsync(service, operation, hostile);

            Assert.Equal(400, status);
            Assert.True(service == "mobiletargeting" || answer.Contains("SerializationException", StringComparison.Ordinal), answer);
        }
    }

    [Theory]
    [InlineData("sns", "Action=Publish&TopicArn=arn&Message=%FF")]
    [InlineData("sns", "Action=Publish&TopicArn=arn&Message=%ED%A0%80")]
    [InlineData("sqs", "Action=SendMessage&QueueUrl=http://127.0.0.1:8080/000000000000/inbox&MessageBody=%FF")]
    [InlineData("sqs", "Action=SendMessage&QueueUrl=http://127.0.0.1:8080/000000000000/inbox&%C0%80=a")]
    public async Task Form_fields_are_UTF_8(string service, string form)
    {
        var (status, answer) = await SendAsync(service, "", Encoding.UTF8.GetBytes(form));

        Assert.Equal(400, status);
        Assert.Contains("MalformedInput", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_fields_nest_no_deeper_than_they_mean_something()
    {
        var name = string.Join('.', Enumerable.Repeat("a", 500_000));

        var (status, _) = await SendAsync("sqs", "", Encoding.UTF8.GetBytes($"Action=SendMessage&QueueUrl={Queue}&MessageBody=a&{name}=b"));

        Assert.Equal(400, status);
    }

    /// <summary>Paths of all values in a body, as indexes into members and elements.</summary>
    private static IEnumerable<ImmutableList<int>> Places(JsonNode node) => Children(node)
        .SelectMany((child, i) => child is null ? [[i]] : Places(child).Select(path => path.Insert(0, i)).Prepend([i]));

    private static IEnumerable<JsonNode?> Children(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray elements => elements,
        _ => [],
    };

    private static string With(string body, ImmutableList<int> path, string value)
    {
        var root = JsonNode.Parse(body)!;
        var holder = path.RemoveAt(path.Count - 1).Aggregate(root, (node, i) => Children(node).ElementAt(i)!);
        const string Mark = "@here@";
        switch (holder)
        {
            case JsonObject members:
                members[members.ElementAt(path[^1]).Key] = Mark;
                break;
            case JsonArray elements:
                elements[path[^1]] = Mark;
                break;
        }

        return root.ToJsonString().Replace($"\"{Mark}\"", value, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Answer)> SendAsync(string service, string operation, byte[] body)
    {
        var isRest = operation.Contains(' ', StringComparison.Ordinal);
        var parts = operation.Split(' ');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!isRest && operation.Length > 0)
        {
            headers["X-Amz-Target"] = operation;
        }

        var request = new AwsRequest
        {
            Method = isRest ? parts[0] : "POST",
            Path = isRest ? parts[1].Replace("{app}", await AppAsync(parts[1]), StringComparison.Ordinal) : "/",
            Headers = headers,
            Body = body,
            Caller = Account,
        };
        var response = await (isRest ? unbounded : cloud.Endpoint).SendAsync(service, request, CancellationToken.None);
        return (response.StatusCode, Encoding.UTF8.GetString(response.Body.Span));
    }

    private async Task<string> AppAsync(string path)
    {
        if (app is null && path.Contains("{app}", StringComparison.Ordinal))
        {
            var request = new AwsRequest
            {
                Method = "POST",
                Path = "/v1/apps",
                Body = Encoding.UTF8.GetBytes("""{"Name":"app"}"""),
                Caller = Account
            };
            var response = await unbounded.SendAsync("mobiletargeting", request, CancellationToken.None);
            app = (string)JsonNode.Parse(response.Body.Span)!["Id"]!;
        }

        return app ?? "";
    }

    private Task<ResourceState> CreateAsync(string type, params (string Key, object Value)[] inputs)
    {
        var provider = type.Contains("sqs", StringComparison.Ordinal)
            ? (IResourceProvider)cloud.Service<SqsService>()
            : cloud.Service<DynamoDbService>();
        return provider.ResourceTypes[type](
            new ResourceRequest(type, "it", inputs.ToImmutableDictionary(input => input.Key, input => input.Value)),
            CancellationToken.None);
    }
}
