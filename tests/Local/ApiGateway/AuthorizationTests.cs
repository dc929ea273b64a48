using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.ApiGateway;
using Engagement.Local.Iam;

namespace Local.Tests.ApiGateway;

/// <summary>Methods with the authorisation <c>AWS_IAM</c>.</summary>
public sealed class AuthorizationTests
{
    private const string Identity =
        "$context.identity.accessKey $context.identity.accountId $context.identity.caller $context.identity.userArn";

    [Fact]
    public async Task An_unsigned_request_is_refused_as_if_there_were_no_such_method()
    {
        var response = await (await DeployAsync(Signed())).GetAsync("/items/1");

        AssertRefused(response, "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}""");
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz", "IncompleteSignatureException", "requires 'Credential' parameter")]
    [
        InlineData(
            "AWS4-HMAC-SHA256 Credential=AKIA/20260501/eu-west-1/sqs/aws4_request, SignedHeaders=host, Signature=0",
            "InvalidSignatureException",
            "correct service: 'execute-api'")
    ]
    [
        InlineData(
            "AWS4-HMAC-SHA256 Credential=AKIA/20260501/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0",
            "InvalidSignatureException",
            "valid region")
    ]
    public async Task A_signature_for_something_else_is_refused(string authorization, string error, string named)
    {
        var response = await (await DeployAsync(Signed())).GetAsync("/items/1", ("Authorization", authorization));

        Assert.Equal((403, error), (response.StatusCode, response.Header("x-amzn-ErrorType")));
        Assert.Contains(named, ApiFixture.Text(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signed_is_told_to_templates_and_asked_for_the_permission_on_the_method()
    {
        var api = await DeployAsync(Signed());

        var response = await api.GetAsync("/items/a%20b", ("Authorization", Signature("ASIAKEY")));

        Assert.Equal(
            "ASIAKEY 000000000000 AROARELEASE:nightly arn:aws:sts::000000000000:assumed-role/release/nightly", ApiFixture.Text(response));
        var (caller, action, resource) = Assert.Single(api.Aws.Asked);
        Assert.Equal(("arn:aws:iam::000000000000:role/pipelines/release", "execute-api:Invoke"), (caller.Name, action));
        Assert.Equal($"arn:aws:execute-api:eu-west-1:000000000000:{api.ApiId}/v1/GET/items/a%20b", resource);
    }

    [Fact]
    public async Task The_account_itself_may_call()
    {
        var response = await (await DeployAsync(Signed())).GetAsync("/items/1", ("Authorization", Signature("AKIAKEY")));

        Assert.Equal("AKIAKEY 000000000000 000000000000 arn:aws:iam::000000000000:root", ApiFixture.Text(response));
    }

    [Fact]
    public async Task A_caller_without_the_permission_is_refused_and_not_told_the_account()
    {
        var api = await DeployAsync(Signed());
        api.Aws.Denial = AccessDenied.Implicit;

        var response = await api.GetAsync("/items/1", ("Authorization", Signature("ASIAKEY")));

        AssertRefused(response, "AccessDeniedException", "{\"Message\":\"User: arn:aws:sts::000000000000:assumed-role/release/nightly is "
            + "not authorized to perform: execute-api:Invoke on resource: "
            + $"arn:aws:execute-api:eu-west-1:********0000:{api.ApiId}/v1/GET/items/1 because no identity-based policy allows the "
                + "execute-api:Invoke action\"}");
    }

    [Fact]
    public async Task How_a_refusal_is_answered_may_be_said_by_the_api()
    {
        var body = Signed();
        body["x-amazon-apigateway-gateway-responses"] = new JsonObject
        {
            ["ACCESS_DENIED"] = new JsonObject
            {
                ["responseTemplates"] = new JsonObject { ["application/json"] = "{\"no\":$context.error.messageString}" }
            },
        };
        var api = await DeployAsync(body);
        api.Aws.Denial = AccessDenied.Implicit;

        Assert.StartsWith(
            "{\"no\":\"User: ",
            ApiFixture.Text(await api.GetAsync("/items/1", ("Authorization", Signature("ASIAKEY")))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_requests_take_nothing_of_the_throttle()
    {
        var api = await new ApiFixture().DeployAsync(Signed().ToJsonString(), rate: 1, burst: 1);

        await api.GetAsync("/items/1");
        await api.GetAsync("/items/1");

        Assert.Equal(200, (await api.GetAsync("/items/1", ("Authorization", Signature("AKIAKEY")))).StatusCode);
    }

    [Fact]
    public async Task A_security_scheme_says_the_same()
    {
        var body = OpenApiBodies.Mock(Identity);
        body["components"] = Scheme("awsSigv4");
        OpenApiBodies.Operation(body)["security"] = new JsonArray(new JsonObject { ["sigv4"] = new JsonArray() });

        Assert.Equal(403, (await (await DeployAsync(body)).GetAsync("/items/1")).StatusCode);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { """{"security":[{"other":[]}]}""", "no security scheme 'other'" },
        { """{"x-amazon-apigateway-auth":{"type":"CUSTOM"}}""", "'CUSTOM' is not emulated" },
        { """{"x-amazon-apigateway-auth":{"type":"NONE"},"security":[{"sigv4":[]}]}""", "say different things" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_enforced_fails_the_deployment(string members, string named)
    {
        var body = OpenApiBodies.Mock("x");
        body["components"] = Scheme("awsSigv4");
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            OpenApiBodies.Operation(body)[name] = value!.DeepClone();
        }

        Assert.Contains(named, (await Assert.ThrowsAsync<ArgumentException>(() => DeployAsync(body))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheme_of_another_kind_fails_the_deployment()
    {
        var body = OpenApiBodies.Mock("x");
        body["components"] = Scheme("oauth2");
        OpenApiBodies.Operation(body)["security"] = new JsonArray(new JsonObject { ["sigv4"] = new JsonArray() });

        Assert.Contains(
            "awsSigv4", (await Assert.ThrowsAsync<ArgumentException>(() => DeployAsync(body))).Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(StageResponse response, string error, string body)
    {
        Assert.Equal(
            (403, error, body), (response.StatusCode, response.Header("x-amzn-ErrorType"), Encoding.UTF8.GetString(response.Body.Span)));
    }

    private static string Signature(string key) =>
        $"AWS4-HMAC-SHA256 Credential={key}/20260501/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=0";

    private static JsonObject Signed()
    {
        var body = OpenApiBodies.Mock(Identity);
        OpenApiBodies.Operation(body)["x-amazon-apigateway-auth"] = new JsonObject { ["type"] = "AWS_IAM" };
        return body;
    }

    private static JsonObject Scheme(string type) => new()
    {
        ["securitySchemes"] = new JsonObject
        {
            ["sigv4"] = new JsonObject
            {
                ["type"] = "apiKey",
                ["name"] = "Authorization",
                ["in"] = "header",
                ["x-amazon-apigateway-authtype"] = type
            },
        },
    };

    private static Task<ApiFixture> DeployAsync(JsonObject body) => new ApiFixture().DeployAsync(body.ToJsonString());
}
