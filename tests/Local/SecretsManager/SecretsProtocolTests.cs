using System.Text;
using System.Text.Json.Nodes;

namespace Local.Tests.SecretsManager;

public sealed class SecretsProtocolTests
{
    private readonly SecretsCloud cloud = new();

    [Fact]
    public void Operation_names_its_action_and_the_arn_of_the_secret_however_it_was_named()
    {
        var arn = cloud.Create();

        Assert.All(new[] { "signing", arn, arn[..^7] }, id =>
        {
            var operation = cloud.Resolve("GetSecretValue", new { SecretId = id });
            Assert.Equal("secretsmanager:GetSecretValue", operation.Action);
            Assert.Equal([arn], operation.Resources);
        });
    }

    [Fact]
    public void Secret_that_does_not_exist_is_authorised_by_what_the_caller_named() =>
        Assert.Equal(
            ["arn:aws:secretsmanager:eu-west-1:000000000000:secret:nowhere"],
            cloud.Resolve("GetSecretValue", new { SecretId = "nowhere" }).Resources);

    [Theory]
    [InlineData("RotateSecret", 501, "NotImplementedException")]
    [InlineData("GuessSecret", 400, "UnknownOperationException")]
    public void Operation_that_is_not_here_is_an_error(string operation, int status, string error)
    {
        var response = cloud.SendRaw(operation, "{}"u8.ToArray());

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/x-amz-json-1.1", response.ContentType);
        Assert.Equal(error, (string)JsonNode.Parse(response.Body.Span)!["__type"]!);
    }

    [Theory]
    [InlineData("""{"Name":"s","SecretString":"hunter2""")]
    [InlineData("""{"Name":"s","SecretString":{"hunter2":1}}""")]
    [InlineData("""{"Name":"s","SecretBinary":"hunter2!"}""")]
    public void Body_that_cannot_be_read_is_an_error_that_quotes_nothing(string body)
    {
        var text = Encoding.UTF8.GetString(cloud.SendRaw("CreateSecret", Encoding.UTF8.GetBytes(body)).Body.Span);

        Assert.Contains("SerializationException", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }

    // Service model: 1 to 65,536 bytes; string or binary, not both; the token has 32 to 64 characters.
    [Theory]
    [InlineData(65_536, null, "00000000-0000-0000-0000-000000000001", null)]
    [InlineData(65_537, null, "00000000-0000-0000-0000-000000000001", "ValidationException")]
    [InlineData(0, null, "00000000-0000-0000-0000-000000000001", "ValidationException")]
    [InlineData(1, "AAEC", "00000000-0000-0000-0000-000000000001", "InvalidParameterException")]
    [InlineData(1, null, "short", "InvalidParameterException")]
    [InlineData(1, null, null, "InvalidRequestException")]
    public void Value_has_limits(int size, string? binary, string? token, string? error)
    {
        var answer =
            cloud.Send(
                "CreateSecret",
                new { Name = "signing", SecretString = new string('s', size), SecretBinary = binary, ClientRequestToken = token });

        Assert.Equal(error, (string?)answer["__type"]);
    }

    [Fact]
    public void Version_without_a_value_is_refused()
    {
        cloud.Create();

        Assert.Equal(
            "InvalidRequestException",
            (string)cloud.Send("PutSecretValue", new { SecretId = "signing", ClientRequestToken = SecretsCloud.Token(2) })["__type"]!);
    }

    [Fact]
    public void Replication_is_refused_and_not_ignored()
    {
        var answer = cloud.Send("CreateSecret", new { Name = "signing", AddReplicaRegions = new[] { new { Region = "us-east-1" } } });

        Assert.Equal("NotImplementedException", (string)answer["__type"]!);
    }
}
