using System.Text;
using System.Text.Json.Nodes;

namespace Local.Tests.SecretsManager;

/// <summary>Lengths are the service model's; the texts of names are AWS's, as localstack/localstack recorded them.</summary>
public sealed class RequestRuleTests
{
    private readonly SecretsCloud cloud = new();

    [Theory]
    [InlineData("GetSecretValue")]
    [InlineData("DescribeSecret")]
    [InlineData("DeleteSecret")]
    [InlineData("PutSecretValue")]
    [InlineData("ListSecretVersionIds")]
    [InlineData("UpdateSecretVersionStage")]
    public void Name_that_no_secret_can_have_is_told_as_such_by_each_operation(string operation)
    {
        foreach (var name in new[] { "Inv Name", " signing", "a?b", "ünï" })
        {
            var answer =
                cloud.Send(
                    operation,
                    new { SecretId = name, SecretString = "x", ClientRequestToken = SecretsCloud.Token(1), VersionStage = "MINE" });

            Assert.Equal(
                (
                    "ValidationException",
                    "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!"),
                ((string?)answer["__type"], (string?)answer["Message"]));
        }
    }

    [Fact]
    public void Secret_that_is_not_there_can_be_deleted_by_force_only()
    {
        Assert.Equal(
            "nowhere", (string?)cloud.Send("DeleteSecret", new { SecretId = "nowhere", ForceDeleteWithoutRecovery = true })["Name"]);
        Assert.Equal("ResourceNotFoundException", (string?)cloud.Send("DeleteSecret", new { SecretId = "nowhere" })["__type"]);
    }

    [Theory]
    [InlineData("GetSecretValue", "SecretId", 0, 2049)]
    [InlineData("GetSecretValue", "VersionId", 31, 65)]
    [InlineData("GetSecretValue", "VersionStage", 0, 257)]
    [InlineData("CreateSecret", "Name", 0, 513)]
    [InlineData("CreateSecret", "Description", -1, 2049)]
    [InlineData("CreateSecret", "KmsKeyId", -1, 2049)]
    [InlineData("UpdateSecretVersionStage", "MoveToVersionId", 31, 65)]
    [InlineData("UpdateSecretVersionStage", "RemoveFromVersionId", 31, 65)]
    [InlineData("ListSecretVersionIds", "NextToken", 0, 4097)]
    public void Member_has_a_length(string operation, string member, int tooShort, int tooLong)
    {
        cloud.Create();
        foreach (var length in new[] { tooShort, tooLong }.Where(length => length >= 0))
        {
            var body = new Dictionary<string, object>
            {
                ["SecretId"] = "signing",
                ["Name"] = "new",
                ["VersionStage"] = "MINE",
                [member] = new string('x', length)
            };

            Assert.Equal("ValidationException", (string?)cloud.Send(operation, body)["__type"]);
        }
    }

    [Theory]
    [InlineData("CreateSecret", 31)]
    [InlineData("CreateSecret", 65)]
    [InlineData("PutSecretValue", 31)]
    [InlineData("PutSecretValue", 65)]
    public void Token_has_32_to_64_characters(string operation, int length) => Assert.Equal(
        "ClientRequestToken must be 32-64 characters long.",
        (string?)cloud.Send(
            operation,
            new { SecretId = "signing", Name = "new", SecretString = "x", ClientRequestToken = new string('t', length) })["Message"]);

    [Fact]
    public void No_request_fails_otherwise_than_by_an_error_of_Secrets_Manager()
    {
        cloud.Create();
        var token = SecretsCloud.Token(2);
        foreach (var (operation, body) in new[]
        {
            (
                "CreateSecret",
                $$"""{"Name":"n","ClientRequestToken":"{{token}}","Description":"d","KmsKeyId":"k","SecretString":"s","Tags":[{"Key":"k","Value":"v"}]}"""),
            (
                "PutSecretValue",
                $$"""{"SecretId":"signing","ClientRequestToken":"{{token}}","SecretBinary":"AQI=","VersionStages":["MINE"]}"""),
            ("GetSecretValue", $$"""{"SecretId":"signing","VersionId":"{{SecretsCloud.Token(1)}}","VersionStage":"AWSCURRENT"}"""),
            ("ListSecretVersionIds", """{"SecretId":"signing","MaxResults":1,"NextToken":"0","IncludeDeprecated":true}"""),
            (
                "UpdateSecretVersionStage",
                $$"""{"SecretId":"signing","VersionStage":"MINE","MoveToVersionId":"{{SecretsCloud.Token(1)}}","RemoveFromVersionId":"{{token}}"}"""),
            ("DescribeSecret", """{"SecretId":"signing"}"""),
            ("DeleteSecret", """{"SecretId":"signing","RecoveryWindowInDays":7,"ForceDeleteWithoutRecovery":false}"""),
        })
        {
            Assert.All(
                Mutations.Of(body),
                mutated => Assert.InRange(cloud.SendRaw(operation, Encoding.UTF8.GetBytes(mutated)).StatusCode, 200, 499));
        }
    }
}
