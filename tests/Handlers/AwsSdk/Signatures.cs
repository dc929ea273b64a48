using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Amazon.Runtime;
using Amazon.SecretsManager.Model;
using UntagResourceRequest = Amazon.Pinpoint.Model.UntagResourceRequest;

namespace Handlers.Tests.AwsSdk;

public sealed class Signatures
{
    [Fact]
    public async Task Pinpoint_requests_are_signed_for_mobiletargeting()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(202, "{}"));
        using var client = Clients.Pinpoint(service);

        await client.PutEventsAsync(Batches.OneEvent());

        AssertSigned(service.Request, "mobiletargeting");
    }

    [Fact]
    public async Task Encoded_paths_and_queries_are_signed_as_they_are_sent()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(204, ""));
        using var client = Clients.Pinpoint(service);

        await client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = "arn:aws:x/a b", TagKeys = ["a/b", "c ü"] });

        AssertSigned(service.Request, "mobiletargeting");
    }

    [Fact]
    public async Task Secrets_Manager_requests_are_signed_for_secretsmanager()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, "{}"));
        using var client = Clients.SecretsManager(service);

        await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" });

        AssertSigned(service.Request, "secretsmanager");
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(202, "{}"));
        using var client = new AmazonPinpointClient(
            new SessionAWSCredentials(Clients.AccessKeyId, Clients.SecretKey, "token"),
            new AmazonPinpointConfig { ServiceURL = service.Url, AuthenticationRegion = Clients.Region });

        await client.PutEventsAsync(Batches.OneEvent());

        Assert.Equal("token", service.Request.Headers["x-amz-security-token"]);
        Assert.Contains("x-amz-security-token", new SignatureVersion4(service.Request).SignedHeaders);
        AssertSigned(service.Request, "mobiletargeting");
    }

    private static void AssertSigned(RecordedRequest request, string service)
    {
        var signature = new SignatureVersion4(request);
        Assert.Equal(
            [Clients.AccessKeyId, request.Headers["x-amz-date"][..8], Clients.Region, service, "aws4_request"],
            signature.Credential);
        Assert.Contains("host", signature.SignedHeaders);
        Assert.Contains("x-amz-date", signature.SignedHeaders);
        Assert.Equal(signature.Recomputed(Clients.SecretKey), signature.Signature);
    }
}
