using System.Text;
using Engagement.Consent;
using Engagement.Infra.Gateway;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.ApiGateway.Subscriptions;

/// <summary>What the API behind the links of messages makes of a choice: the message that the function reads, and the answer.</summary>
public sealed class ChoiceTests
{
    private static readonly string Body = ApiDocument.Body("Platforms/Ses/Unsubscribing", new Dictionary<string, string>
    {
        ["region"] = "eu-west-1",
        ["account"] = "000000000000",
        ["queueName"] = "choices",
        ["gatewayRoleArn"] = "arn:aws:iam::000000000000:role/gateway",
        ["functionArn"] = "arn:aws:lambda:eu-west-1:000000000000:function:page",
    });

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n")]
    [InlineData("text/plain", "List-Unsubscribe=One-Click")]
    [InlineData("", "List-Unsubscribe=One-Click")]
    public async Task Whatever_a_mail_program_calls_its_body_is_stored_as_it_came(string type, string body)
    {
        var (api, response) = await PostAsync("/unsubscribe?t=tok_en-1", body, type);

        Assert.Equal((200, "text/html; charset=utf-8"), (response.StatusCode, response.Header("Content-Type")));
        Assert.Equal("no-referrer", response.Header("Referrer-Policy"));
        Assert.Contains("Your choice is stored", ApiFixture.Text(response), StringComparison.Ordinal);
        var request = Stored(api);
        Assert.Equal(("tok_en-1", body, api.Clock.GetUtcNow()), (request.Token, request.Body, request.Stamp.At));
        Assert.NotEmpty(request.Stamp.Id);
    }

    [Fact]
    public void Any_body_and_any_link_reach_the_function_as_they_came() => Prop.ForAll(
        Gen.Elements("$x", "#set($x = 1)", "${a}", "=", "&", "%41", "\r\n", "ß", "\"", "+", " ", "a").ListOf().Two()
            .Select(parts => (Link: $"l{string.Concat(parts.Item1)}", Body: $"b{string.Concat(parts.Item2)}")).ToArbitrary(),
        each =>
        {
            var (api, _) = PostAsync($"/unsubscribe?t={Uri.EscapeDataString(each.Link)}", each.Body).GetAwaiter().GetResult();
            var request = Stored(api);
            Assert.Equal((each.Link, each.Body), (request.Token, request.Body));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public async Task Without_a_link_nothing_is_stored_and_the_reader_hears_of_it()
    {
        var (api, response) = await PostAsync("/unsubscribe", "List-Unsubscribe=One-Click", status: 400);

        Assert.Equal(400, response.StatusCode);
        Assert.Contains("This link is not valid", ApiFixture.Text(response), StringComparison.Ordinal);
        Assert.Equal("Action=SendMessage", Sent(api));
    }

    [Theory]
    [InlineData(403, 502)]
    [InlineData(500, 503)]
    public async Task What_is_not_stored_is_not_called_stored(int queue, int status)
    {
        var (_, response) = await PostAsync("/unsubscribe?t=x", "do=stop", status: queue);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains("Please press the button again", ApiFixture.Text(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_access_log_holds_no_link()
    {
        var (api, _) = await PostAsync("/unsubscribe?t=secret-link", "do=stop");

        Assert.DoesNotContain("secret-link", string.Join("\n", api.Logs.Lines.Select(each => each.Line)), StringComparison.Ordinal);
    }

    private static async Task<(ApiFixture Api, Engagement.Local.ApiGateway.StageResponse Response)> PostAsync(
        string path, string body, string type = "application/x-www-form-urlencoded", int status = 200)
    {
        var api = await new ApiFixture().DeployAsync(Body);
        api.Aws.Answer = (_, _) => Task.FromResult(RecordingEndpoint.Json(status, "{}"));
        (string, string)[] headers = type.Length == 0 ? [] : [("Content-Type", type)];
        return (api, await api.SendAsync("POST", path, Encoding.UTF8.GetBytes(body), headers));
    }

    private static UnsubscribeRequest Stored(ApiFixture api)
    {
        var message = Sent(api).Split("&MessageBody=")[1];
        return UnsubscribeRequest.Parse(System.Net.WebUtility.UrlDecode(message))!;
    }

    private static string Sent(ApiFixture api) => Encoding.UTF8.GetString(Assert.Single(api.Aws.Calls).Request.Body.Span);
}
