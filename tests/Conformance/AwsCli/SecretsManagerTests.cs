using System.Text.Json;

namespace Conformance.Tests.AwsCli;

/// <summary>AWS Secrets Manager, asked by the AWS CLI.</summary>
[Collection(RunningEnvironment.Name)]
public sealed class SecretsManagerTests(CommandLine aws) : IClassFixture<CommandLine>
{
    [Fact]
    public async Task A_secret_is_made_changed_described_and_deleted()
    {
        var name = $"cli-{Guid.NewGuid():n}";
        await aws.SucceedAsync("secretsmanager", "create-secret", "--name", name, "--secret-string", "first");
        await aws.SucceedAsync("secretsmanager", "put-secret-value", "--secret-id", name, "--secret-string", "second");

        Assert.Equal(
            "second",
            (await aws.SucceedAsync("secretsmanager", "get-secret-value", "--secret-id", name)).GetProperty("SecretString").GetString());
        var previous = await aws.SucceedAsync("secretsmanager", "get-secret-value", "--secret-id", name, "--version-stage", "AWSPREVIOUS");
        Assert.Equal("first", previous.GetProperty("SecretString").GetString());
        var description = await aws.SucceedAsync("secretsmanager", "describe-secret", "--secret-id", name);
        Assert.Equal(2, description.GetProperty("VersionIdsToStages").EnumerateObject().Count());
        await aws.SucceedAsync("secretsmanager", "delete-secret", "--secret-id", name, "--force-delete-without-recovery");
    }

    [Fact]
    public async Task The_stacks_own_signing_secret_is_read()
    {
        var resources = await aws.Environment.GetAsync("resources");
        var arn = resources.EnumerateArray()
            .Single(resource => resource.GetProperty("type").GetString() == "aws:secretsmanager/secret:Secret")
            .GetProperty("id")
            .GetString()!;
        var secret = JsonSerializer.Deserialize<JsonElement>(
            (await aws.SucceedAsync("secretsmanager", "get-secret-value", "--secret-id", arn)).GetProperty("SecretString").GetString()!);

        Assert.Equal(EndToEnd.Tests.DevEnvironment.SigningKey, secret.GetProperty("current").GetString());
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named_as_aws_names_it()
    {
        Assert.Equal("ResourceNotFoundException", await aws.FailAsync("secretsmanager", "get-secret-value", "--secret-id", "none"));
        var name = $"cli-{Guid.NewGuid():n}";
        await aws.SucceedAsync("secretsmanager", "create-secret", "--name", name, "--secret-string", "first");
        Assert.Equal(
            "ResourceExistsException",
            await aws.FailAsync("secretsmanager", "create-secret", "--name", name, "--secret-string", "first"));
        Assert.Equal(
            "ResourceNotFoundException",
            await aws.FailAsync("secretsmanager", "get-secret-value", "--secret-id", name, "--version-stage", "NONE"));
    }
}
