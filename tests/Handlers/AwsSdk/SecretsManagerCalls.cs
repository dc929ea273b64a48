using System.Net;
using System.Text;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace Handlers.Tests.AwsSdk;

public sealed class SecretsManagerCalls
{
    [Fact]
    public async Task GetSecretValue_posts_to_the_root_and_names_the_operation()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, "{}"));
        using var client = Clients.SecretsManager(service);

        await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "arn:s", VersionStage = "AWSCURRENT" });

        Assert.Equal(("POST", "/"), (service.Request.Method, service.Request.Target));
        Assert.Equal("secretsmanager.GetSecretValue", service.Request.Headers["x-amz-target"]);
        Assert.Equal("application/x-amz-json-1.1", service.Request.Headers["content-type"]);
        Assert.Equal("""{"SecretId":"arn:s","VersionStage":"AWSCURRENT"}""", service.Request.Text);
    }

    [Fact]
    public async Task A_secret_value_is_read()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """
            {"ARN":"arn:s","Name":"signing","VersionId":"v1","SecretString":"{\"current\":\"é\"}","VersionStages":["AWSCURRENT"],"CreatedDate":1.5233138995E9,"SecretBinary":"aGk="}
            """));
        using var client = Clients.SecretsManager(service);

        var secret = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "arn:s" });

        Assert.Equal(("arn:s", "signing", "v1", "{\"current\":\"é\"}"), (secret.ARN, secret.Name, secret.VersionId, secret.SecretString));
        Assert.Equal(["AWSCURRENT"], secret.VersionStages);
        Assert.Equal(new DateTime(2018, 4, 9, 22, 44, 59, 500, DateTimeKind.Utc), secret.CreatedDate!.Value.ToUniversalTime());
        Assert.Equal("hi", Encoding.UTF8.GetString(secret.SecretBinary.ToArray()));
    }

    [Fact]
    public async Task Describing_a_secret_reads_its_versions_rules_and_tags()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """
            {"Name":"signing","RotationEnabled":true,"RotationRules":{"AutomaticallyAfterDays":30},"Tags":[{"Key":"stack","Value":"dev"}],
             "VersionIdsToStages":{"v1":["AWSPREVIOUS"],"v2":["AWSCURRENT"]},"ReplicationStatus":[{"Region":"eu-west-2","Status":"InSync"}]}
            """));
        using var client = Clients.SecretsManager(service);

        var secret = await client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "signing" });

        Assert.True(secret.RotationEnabled);
        Assert.Equal(30, secret.RotationRules.AutomaticallyAfterDays);
        Assert.Equal(("stack", "dev"), (secret.Tags[0].Key, secret.Tags[0].Value));
        Assert.Equal(["AWSCURRENT"], secret.VersionIdsToStages["v2"]);
        Assert.Equal(StatusType.InSync, secret.ReplicationStatus[0].Status);
    }

    [Fact]
    public async Task A_new_secret_gets_a_token_so_that_a_repeated_request_makes_no_second_version()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, "{}"));
        using var client = Clients.SecretsManager(service);

        await client.CreateSecretAsync(new CreateSecretRequest { Name = "signing", SecretBinary = new MemoryStream("hi"u8.ToArray()) });

        Assert.True(Guid.TryParse(service.Request.Json.GetProperty("ClientRequestToken").GetString(), out _));
        Assert.Equal("aGk=", service.Request.Json.GetProperty("SecretBinary").GetString());
    }

    [Fact]
    public async Task The_callers_own_token_is_kept()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, "{}"));
        using var client = Clients.SecretsManager(service);

        await client.PutSecretValueAsync(new PutSecretValueRequest
        {
            SecretId = "signing",
            SecretString = "{}",
            ClientRequestToken = "0c1f9f52-7a1b-4c6e-9d07-2f6a4b8c1e35",
        });

        Assert.Equal("0c1f9f52-7a1b-4c6e-9d07-2f6a4b8c1e35", service.Request.Json.GetProperty("ClientRequestToken").GetString());
    }

    [Theory]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("InvalidRequestException", typeof(InvalidRequestException))]
    [InlineData("DecryptionFailure", typeof(DecryptionFailureException))]
    [InlineData("AccessDeniedException", typeof(AmazonSecretsManagerException))]
    public async Task Errors_are_named_by_the_body(string code, Type expected)
    {
        await using var service = new LoopbackService(new ScriptedAnswer(400, $$"""{"__type":"{{code}}","Message":"no such secret"}"""));
        using var client = Clients.SecretsManager(service);

        var exception = await Assert.ThrowsAnyAsync<AmazonSecretsManagerException>(
            () => client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" }));

        Assert.IsType(expected, exception);
        Assert.Equal(
            (code, HttpStatusCode.BadRequest, ScriptedAnswer.RequestId, "no such secret"),
            (exception.ErrorCode, exception.StatusCode, exception.RequestId, exception.Message));
    }

    [Fact]
    public async Task A_server_error_is_tried_again()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(500, """{"__type":"InternalServiceError"}"""),
            new ScriptedAnswer(200, """{"Name":"signing"}"""));
        using var client = Clients.SecretsManager(service, retries: 1);

        var secret = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" });

        Assert.Equal("signing", secret.Name);
        Assert.Equal(2, service.Requests.Count);
    }
}
