using System.Collections.Immutable;
using System.Text.Json;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Ses;

/// <summary>What keeps messages from customers who do not want them, and from addresses that take none.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class ConsentTests
{
    [Fact]
    public async Task Bounces_and_complaints_go_by_a_topic_of_their_own_to_a_queue()
    {
        var stack = await SesStack.RunAsync();
        var destination = stack.One("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "feedback-destination")
            .Block("eventDestination");

        Assert.True((bool)destination["enabled"]);
        Assert.Equal(["BOUNCE", "COMPLAINT"], ((ImmutableArray<object>)destination["matchingEventTypes"]).Cast<string>());
        var subscription = stack.One("aws:sns/topicSubscription:TopicSubscription", "feedback-subscription");
        Assert.Equal(("sqs", true), (subscription.Text("protocol"), (bool)subscription.Inputs["rawMessageDelivery"]));
    }

    [Fact]
    public async Task Only_the_stacks_own_messages_may_bring_feedback_and_only_the_topic_may_fill_the_queue()
    {
        var stack = await SesStack.RunAsync();
        var publish = Statement(stack, "aws:sns/topicPolicy:TopicPolicy", "feedback-policy", "PublishFeedback");
        var take = Statement(stack, "aws:sqs/queuePolicy:QueuePolicy", "feedback-queue-policy", "TakePublished");

        Assert.Equal("ses.amazonaws.com", publish.GetProperty("Principal").GetProperty("Service").GetString());
        Assert.Equal(
            ["aws:SourceAccount", "aws:SourceArn"],
            publish.GetProperty("Condition").GetProperty("StringEquals").EnumerateObject().Select(each => each.Name));
        Assert.Equal("sns.amazonaws.com", take.GetProperty("Principal").GetProperty("Service").GetString());
        Assert.True(take.GetProperty("Condition").GetProperty("ArnEquals").TryGetProperty("aws:SourceArn", out _));
    }

    [Theory]
    [InlineData("record-feedback", "dynamodb:GetItem consents|dynamodb:PutItem consents")]
    [InlineData("unsubscribe", "dynamodb:GetItem consents|dynamodb:PutItem consents|secretsmanager:GetSecretValue subscriptions-links")]
    [InlineData("show-subscriptions", "dynamodb:GetItem consents|secretsmanager:GetSecretValue subscriptions-links")]
    public async Task A_function_may_do_what_it_is_for_and_the_page_can_change_nothing(string function, string rights) => Assert.Equal(
        rights.Split('|'),
        (await SesStack.RunAsync()).Rights(function).Where(right => !right.StartsWith("sqs:", StringComparison.Ordinal)));

    [Theory]
    [InlineData("send-campaign")]
    [InlineData("send-reminders")]
    public async Task Who_sends_looks_at_consents_and_knows_where_links_lead(string function)
    {
        var stack = await SesStack.RunAsync();

        Assert.Contains("dynamodb:BatchGetItem consents", stack.Rights(function));
        Assert.Contains("secretsmanager:GetSecretValue subscriptions-links", stack.Rights(function));
        Assert.EndsWith("/unsubscribe", (string)stack.Variables(function)["UNSUBSCRIBE_URL"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_POST_is_stored_before_it_is_answered_and_a_GET_calls_the_function_alone()
    {
        var stack = await SesStack.RunAsync();
        var route = JsonElement.Parse(stack.One("aws:apigateway/restApi:RestApi", "subscriptions-api").Text("body"))
            .GetProperty("paths").GetProperty("/unsubscribe");

        Assert.Equal(["get", "post"], route.EnumerateObject().Select(method => method.Name));
        var (get, post) = (Integration(route, "get"), Integration(route, "post"));
        Assert.Equal("aws_proxy", get.GetProperty("type").GetString());
        Assert.Contains(":sqs:path/123456789012/subscriptions-queue", post.GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"],
            post.GetProperty("requestTemplates").EnumerateObject().Select(template => template.Name));
        Assert.EndsWith(
            "/v1/GET/unsubscribe",
            stack.One("aws:lambda/permission:Permission", "subscriptions-api-permission").Text("sourceArn"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feedback-bounces", 2.5, "messagesBounced")]
    [InlineData("feedback-complaints", 0.05, "messagesComplained")]
    public async Task The_stacks_own_rates_raise_an_alarm_at_half_of_what_SES_tolerates(string name, double percent, string part)
    {
        var alarm = (await SesStack.RunAsync()).One("aws:cloudwatch/metricAlarm:MetricAlarm", name);
        var share = ((ImmutableArray<object>)alarm.Inputs["metricQueries"]).Cast<ImmutableDictionary<string, object>>()
            .Single(query => (string)query["id"] == "share");

        Assert.Equal(percent, alarm.Number("threshold"));
        Assert.Contains($"100 * (FILL({part}, 0)) / (FILL(messagesSent, 0))", (string)share["expression"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ses:linkKey", "short", "ses:linkKey: is shorter than 32 characters.")]
    [InlineData(
        "ses:linkKey", "", "ses:linkKey: is missing; set it with 'pulumi config set --secret ses:linkKey \"$(openssl rand -base64 32)\"'.")]
    [InlineData(
        "ses:olderLinkKeys",
        "0123456789012345678901234567890123456789,short",
        "ses:olderLinkKeys: holds a key that is shorter than 32 characters; commas stand between keys.")]
    public async Task A_wrong_key_is_named_without_being_shown(string key, string value, string expected) =>
        Assert.Contains(expected, await SesStack.RefusalAsync((key, value)), StringComparison.Ordinal);

    [Fact]
    public async Task Older_keys_are_kept_for_the_links_of_old_messages()
    {
        const string older = "0123456789012345678901234567890123456789";
        var configuration = RecordingEngine.Configuration("ses").WithDefaultSecret("ses:olderLinkKeys", $"{older}a, {older}b");
        var secret = (await RecordingEngine.RunAsync(configuration))
            .One("aws:secretsmanager/secretVersion:SecretVersion", "subscriptions-links-version");

        Assert.EndsWith(
            $$""","older":["{{older}}a","{{older}}b"]}""",
            Assert.IsType<string>(secret.Inputs["secretString"]),
            StringComparison.Ordinal);
    }

    private static JsonElement Integration(JsonElement route, string method) =>
        route.GetProperty(method).GetProperty("x-amazon-apigateway-integration");

    private static JsonElement Statement(RecordingEngine stack, string type, string name, string sid) => Assert.Single(
        JsonElement.Parse(stack.One(type, name).Text("policy")).GetProperty("Statement").EnumerateArray(),
        statement => statement.GetProperty("Sid").GetString() == sid);
}
