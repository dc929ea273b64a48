using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Ses;

namespace Local.Tests.Ses;

/// <summary>A cloud with an identity, a configuration set, and a queue that gets its events.</summary>
internal sealed class EmailCloud : IAsyncDisposable
{
    public const string Topic = "arn:aws:sns:eu-west-1:000000000000:feedback";
    private const string Queue = "arn:aws:sqs:eu-west-1:000000000000:feedback";
    private const string QueueUrl = "http://127.0.0.1:8080/000000000000/feedback";

    public DeployedCloud Cloud { get; } = new();

    public SesService Ses => Cloud.Local.Service<SesService>();

    /// <param name="topicPolicy">Whether the topic lets SES publish.</param>
    /// <param name="eventTypes">What the configuration set tells of.</param>
    public static async Task<EmailCloud> StartAsync(bool topicPolicy = true, params string[] eventTypes)
    {
        var email = new EmailCloud();
        await email.Cloud.CreateAsync("aws:sesv2/emailIdentity:EmailIdentity", ("emailIdentity", "example.com"));
        await email.Cloud.CreateAsync("aws:sesv2/configurationSet:ConfigurationSet", ("configurationSetName", "mail"));
        await email.SubscribeAsync(topicPolicy);
        await email.Cloud.CreateAsync(
            "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination",
            ("configurationSetName", "mail"),
            ("eventDestinationName", "feedback"),
            (
                "eventDestination",
                DeployedCloud.Map(
                    ("enabled", true),
                    ("matchingEventTypes", DeployedCloud.List(
                        eventTypes.Length > 0 ? [.. eventTypes] : ["SEND", "DELIVERY", "BOUNCE", "COMPLAINT"])),
                    ("snsDestination", DeployedCloud.Map(("topicArn", Topic))))));
        return email;
    }

    /// <summary>A request that SES takes.</summary>
    public static JsonObject Mail(params string[] to) => new()
    {
        ["FromEmailAddress"] = "Shop <hello@example.com>",
        ["Destination"] = new JsonObject { ["ToAddresses"] = new JsonArray([.. to.Select(address => JsonValue.Create(address))]) },
        ["ConfigurationSetName"] = "mail",
        ["Content"] = new JsonObject
        {
            ["Simple"] = new JsonObject
            {
                ["Subject"] = new JsonObject { ["Data"] = "Größe 42", ["Charset"] = "UTF-8" },
                ["Body"] = new JsonObject
                {
                    ["Html"] = new JsonObject { ["Data"] = "<p>日本</p>", ["Charset"] = "UTF-8" },
                    ["Text"] = new JsonObject { ["Data"] = "plain" },
                },
            },
        },
        ["EmailTags"] = new JsonArray(new JsonObject { ["Name"] = "announcement", ["Value"] = "release-1" }),
    };

    public Task<(int Status, JsonNode Body, string? Error)> SendAsync(JsonObject mail, Principal? caller = null) =>
        Cloud.SendAsync("ses", "POST", "/v2/email/outbound-emails", mail, caller: caller);

    public Task<(int Status, JsonNode Body, string? Error)> CallAsync(string method, string path, JsonObject? body = null) =>
        Cloud.SendAsync("ses", method, path, body);

    /// <summary>The events that the queue has got, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> FeedbackAsync()
    {
        await Cloud.Clock.SettleAsync(CancellationToken.None);
        var received = await Cloud.SendAsync(
            "sqs",
            "POST",
            "/",
            new JsonObject { ["QueueUrl"] = QueueUrl, ["MaxNumberOfMessages"] = 10 },
            "AmazonSQS.ReceiveMessage");
        return
        [
            .. (received.Body["Messages"] as JsonArray ?? [])
                .Select(message => JsonNode.Parse((string)message!["Body"]!)!)
                .Select(notification => JsonNode.Parse((string)notification["Message"]!)!),
        ];
    }

    public ValueTask DisposeAsync() => Cloud.DisposeAsync();

    private async Task SubscribeAsync(bool topicPolicy)
    {
        await Cloud.CreateAsync("aws:sns/topic:Topic", ("name", "feedback"));
        await Cloud.CreateAsync("aws:sqs/queue:Queue", ("name", "feedback"));
        await Cloud.CreateAsync(
            "aws:sqs/queuePolicy:QueuePolicy",
            ("queueUrl", QueueUrl),
            ("policy", Policy("sqs:SendMessage", Queue, "sns", Topic)));
        await Cloud.CreateAsync("aws:sns/topicSubscription:TopicSubscription", ("topic", Topic), ("protocol", "sqs"), ("endpoint", Queue));
        if (topicPolicy)
        {
            await Cloud.CreateAsync(
                "aws:sns/topicPolicy:TopicPolicy",
                ("arn", Topic),
                ("policy", Policy("sns:Publish", Topic, "ses", "arn:aws:ses:eu-west-1:000000000000:configuration-set/mail")));
        }
    }

    private static string Policy(string action, string resource, string service, string source) => $$$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{{action}}}","Resource":"{{{resource}}}","Principal":{"Service":"{{{service}}}.amazonaws.com"},"Condition":{"ArnEquals":{"aws:SourceArn":"{{{source}}}"} } }]}
        """;
}
