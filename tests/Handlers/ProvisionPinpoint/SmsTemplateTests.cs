using System.Text.Json.Nodes;
using Amazon.Pinpoint;
using Amazon.Runtime;
using Engagement.Pinpoint.Provisioning;
using Handlers.Tests.AwsSdk;

namespace Handlers.Tests.ProvisionPinpoint;

public sealed class SmsTemplateTests
{
    private readonly Function function = new();

    [Fact]
    public async Task A_template_is_put_changed_and_removed()
    {
        var before = Template("create", "Hello");
        Assert.Equal("dev-news", (await function.RunAsync(before)).Id);
        await function.RunAsync(Template("update", "Hi", previous: before));
        Assert.Equal("Hi", Assert.Single(function.Application.SmsTemplates).Value);
        await function.RunAsync(Template("delete", "Hi"));
        Assert.Empty(function.Application.SmsTemplates);
    }

    [Fact]
    public async Task A_template_of_another_name_replaces_the_old_one()
    {
        var before = Template("create", "Hello", name: "dev-old");
        await function.RunAsync(before);
        await function.RunAsync(Template("update", "Hello", previous: before));
        Assert.Equal(["dev-news"], function.Application.SmsTemplates.Keys);
    }

    [Fact]
    public async Task A_template_that_is_not_there_yet_is_created()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(404, """{"Message":"none"}""") { ErrorType = "NotFoundException" },
            new ScriptedAnswer(201, """{"Arn":"arn:t","Message":"Created"}"""));
        var made = await Resources(service).PutAsync("news", new() { TemplateName = "dev-news", Body = "Hello" }, default);
        Assert.Equal(
            [("PUT", "/v1/templates/dev-news/sms"), ("POST", "/v1/templates/dev-news/sms")],
            service.Requests.Select(request => (request.Method, request.Path)));
        Assert.Equal("Hello", (string?)JsonNode.Parse(service.Requests[1].Text)!["Body"]);
        Assert.Equal(("dev-news", "arn:aws:mobiletargeting:eu-west-1:1:templates/dev-news/SMS"), (made.Id, made.Arn));
    }

    [Fact]
    public async Task Another_refusal_says_what_was_being_done()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(400, """{"Message":"bad"}""") { ErrorType = "BadRequestException" });
        var refusal = await Assert.ThrowsAsync<ProvisioningException>(
            () => Resources(service).PutAsync("news", new() { TemplateName = "dev-news", Body = "Hello" }, default));
        Assert.StartsWith("updating SMS template 'dev-news': ", refusal.Message, StringComparison.Ordinal);
    }

    private static PinpointSmsTemplateResources Resources(LoopbackService service) => new(new(
        new AmazonPinpointClient(
            new BasicAWSCredentials(Clients.AccessKeyId, Clients.SecretKey),
            new AmazonPinpointConfig { ServiceURL = service.Url, AuthenticationRegion = Clients.Region, MaxErrorRetry = 0 }),
        "arn:aws:mobiletargeting:eu-west-1:1:apps/a1",
        "dev"));

    private static ResourceDeclaration Template(
        string action, string body, string name = "dev-news", ResourceDeclaration? previous = null) => Declarations.Read(
        "smsTemplate", "news", action, previous, new JsonObject { ["templateName"] = name, ["body"] = body }.ToJsonString());
}
