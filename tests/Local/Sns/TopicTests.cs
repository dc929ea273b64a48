using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Sns;
using Engagement.Local.StepFunctions;
using Pulumi.Testing;

namespace Local.Tests.Sns;

/// <summary>Topics and state machines as a stack composes them, with permissions enforced.</summary>
public sealed class TopicTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Topic = "arn:aws:sns:eu-west-1:000000000000:alarms";
    private const string Queue = "arn:aws:sqs:eu-west-1:000000000000:inbox";
    private readonly LocalCloud cloud = new(
        new()
        {
            Region = "eu-west-1",
            BaseUrl = new Uri("http://127.0.0.1:8080"),
            Clock = new VirtualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
        });

    private readonly List<MockResourceArgs> program = [];

    public async Task InitializeAsync()
    {
        await CreateAsync("aws:sns/topic:Topic", ("name", "alarms"));
        await CreateAsync("aws:sqs/queue:Queue", ("name", "inbox"));
        await CreateAsync(
            "aws:sns/topicSubscription:TopicSubscription", ("topic", Topic), ("protocol", "email"), ("endpoint", "ops@example.com"));
        await CreateAsync("aws:sns/topicSubscription:TopicSubscription", ("topic", Topic), ("protocol", "sqs"), ("endpoint", Queue));
    }

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task Queue_gets_the_notification_if_its_policy_lets_the_topic()
    {
        await AllowAsync("sns.amazonaws.com", Topic);

        var id = Element(await PublishAsync(Topic, "It broke"), "MessageId");
        await cloud.Context.Clock.SettleAsync(CancellationToken.None);

        var notification = JsonNode.Parse(await ReceiveAsync())!;
        Assert.Equal(
            ("Notification", id, "It broke"),
            ((string?)notification["Type"], (string?)notification["MessageId"], (string?)notification["Message"]));
        Assert.Equal(
            ("It broke", Topic),
            (Assert.Single(cloud.Service<SnsService>().Published).Message, cloud.Service<SnsService>().Published[0].TopicArn));
    }

    [Fact]
    public async Task Notification_that_the_queue_refuses_is_lost_visibly()
    {
        await PublishAsync(Topic, "It broke");
        await cloud.Context.Clock.SettleAsync(CancellationToken.None);

        Assert.Equal(
            (Queue, "AccessDeniedException"),
            (Assert.Single(cloud.Service<SnsService>().Lost).Target, cloud.Service<SnsService>().Lost[0].Code));
    }

    [Theory]
    [InlineData("arn:aws:sns:eu-west-1:000000000000:none", "x", "NotFound", "Topic does not exist")]
    [InlineData(Topic, "", "InvalidParameter", "Invalid parameter: Empty message")]
    public async Task Publish_that_is_refused_says_why(string topic, string message, string code, string text)
    {
        var answer = await PublishAsync(topic, message);

        Assert.Equal((code, text), (Element(answer, "Code"), Element(answer, "Message")));
        Assert.Empty(cloud.Service<SnsService>().Published);
    }

    [Fact]
    public async Task A_state_machine_writes_and_publishes_as_its_role()
    {
        await ComposeAsync("dynamodb:PutItem");

        await StartAsync();

        var execution = Assert.Single(cloud.Service<StepFunctionsService>().Executions);
        Assert.Equal(("SUCCEEDED", null), (execution.Status, execution.Cause));
        Assert.Equal("r1", Assert.Single(cloud.Service<SnsService>().Published).Message);
        var item = await SendAsync("dynamodb", "DynamoDB_20120810.GetItem", """{"TableName":"ledger","Key":{"id":{"S":"r1"}}}""");
        Assert.Equal("2.0", (string?)item["Item"]!["version"]!["S"]);
    }

    [Fact]
    public async Task Permission_that_the_role_lacks_fails_the_execution_by_name()
    {
        await ComposeAsync("dynamodb:GetItem");

        await StartAsync();

        var execution = Assert.Single(cloud.Service<StepFunctionsService>().Executions);
        Assert.Equal(("FAILED", "DynamoDB.AmazonDynamoDBException"), (execution.Status, execution.Error));
        Assert.Contains("not authorized to perform: dynamodb:PutItem", execution.Cause!, StringComparison.Ordinal);
    }

    private async Task ComposeAsync(string action)
    {
        await CreateAsync(
            "aws:dynamodb/table:Table",
            ("name", "ledger"),
            ("hashKey", "id"),
            ("billingMode", "PAY_PER_REQUEST"),
            ("attributes", ImmutableArray.Create<object>(Map(("name", "id"), ("type", "S")))));
        await RoleAsync(
            "announce",
            "states.amazonaws.com",
            $$"""{"Effect":"Allow","Action":["{{action}}","sns:Publish"],"Resource":["arn:aws:dynamodb:eu-west-1:000000000000:table/ledger","{{Topic}}"]}""");
        await CreateAsync("aws:sfn/stateMachine:StateMachine", ("name", "announce"), ("roleArn", "arn:aws:iam::000000000000:role/announce"), ("definition", $$$"""
            {"StartAt":"Record","States":{
              "Record":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem","ResultPath":null,"Next":"Tell",
                "Parameters":{"TableName":"ledger","Item":{"id":{"S.$":"$.id"},"version":{"S.$":"$.attributes.version"}} } },
              "Tell":{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{"TopicArn":"{{{Topic}}}","Message.$":"$.id"},"End":true} } }
            """));
    }

    private async Task StartAsync()
    {
        await SendAsync("states", "AWSStepFunctions.StartExecution", """
            {"stateMachineArn":"arn:aws:states:eu-west-1:000000000000:stateMachine:announce","name":"r1","input":"{\"id\":\"r1\",\"attributes\":{\"version\":\"2.0\"}}"}
            """);
        await cloud.Context.Clock.SettleAsync(CancellationToken.None);
    }

    private async Task RoleAsync(string name, string service, string statement)
    {
        await CreateAsync(
            "aws:iam/role:Role",
            ("name", name),
            (
                "assumeRolePolicy",
                $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"{{{service}}}"} }]}"""));
        await CreateAsync(
            "aws:iam/rolePolicy:RolePolicy",
            ("name", "all"),
            ("role", name),
            ("policy", $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}"""));
    }

    private Task AllowAsync(string service, string source) => CreateAsync(
        "aws:sqs/queuePolicy:QueuePolicy",
        ("queueUrl", "http://127.0.0.1:8080/000000000000/inbox"),
        ("policy", $$$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"{{{Queue}}}","Principal":{"Service":"{{{service}}}"},"Condition":{"ArnEquals":{"aws:SourceArn":"{{{source}}}"} } }]}
        """));

    /// <summary>Adds a resource to the program, and deploys it again.</summary>
    private async Task CreateAsync(string type, params (string Key, object Value)[] inputs)
    {
        program.Add(new MockResourceArgs { Type = type, Name = $"made-{program.Count}", Inputs = Map(inputs) });
        cloud.Program = async (engine, _, _) =>
        {
            foreach (var resource in program)
            {
                await engine.NewResourceAsync(resource);
            }
        };
        await cloud.DeployAsync(
            new() { Stack = "dev", Values = ImmutableSortedDictionary<string, string>.Empty, SecretKeys = [] },
            _ => { },
            CancellationToken.None);
    }

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => member.Value);

    private Task<AwsResponse> PublishAsync(string topic, string message) => cloud.Endpoint.SendAsync(
        "sns",
        new()
        {
            Method = "POST",
            Path = "/",
            Caller = cloud.CallerOf("AKIATEST"),
            Body =
                Encoding.UTF8.GetBytes(
                    $"Action=Publish&Version=2010-03-31&TopicArn={Uri.EscapeDataString(topic)}&Message={Uri.EscapeDataString(message)}")
        },
        CancellationToken.None);

    private async Task<string> ReceiveAsync() => (string)(await SendAsync(
        "sqs", "AmazonSQS.ReceiveMessage", """{"QueueUrl":"http://127.0.0.1:8080/000000000000/inbox"}"""))["Messages"]![0]!["Body"]!;

    private async Task<JsonObject> SendAsync(string service, string target, string body)
    {
        var response = await cloud.Endpoint.SendAsync(
            service,
            new()
            {
                Method = "POST",
                Path = "/",
                Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
                {
                    ["X-Amz-Target"] = target,
                    ["Content-Type"] = "application/x-amz-json-1.0"
                },
                Body = Encoding.UTF8.GetBytes(body),
                Caller = cloud.CallerOf("AKIATEST"),
            },
            CancellationToken.None);
        return JsonNode.Parse(response.Body.Span)!.AsObject();
    }

    private static string? Element(AwsResponse answer, string name) =>
        XDocument.Parse(Encoding.UTF8.GetString(answer.Body.Span))
            .Descendants()
            .FirstOrDefault(element => element.Name.LocalName == name)?.Value;
}
