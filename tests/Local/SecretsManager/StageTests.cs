using System.Text.Json.Nodes;

namespace Local.Tests.SecretsManager;

/// <summary>Source: service model of 2017-10-17, PutSecretValue and UpdateSecretVersionStage.</summary>
public sealed class StageTests
{
    private readonly SecretsCloud cloud = new();

    public StageTests() => cloud.Create();

    [Fact]
    public void New_value_becomes_current_and_the_one_before_previous()
    {
        cloud.Put("signing", "second", 2);
        cloud.Put("signing", "third", 3);

        Assert.Equal("third", Value());
        Assert.Equal("third", Value(stage: "AWSCURRENT"));
        Assert.Equal("second", Value(stage: "AWSPREVIOUS"));
        Assert.Equal("first", Value(versionId: SecretsCloud.Token(1)));
    }

    [Fact]
    public void Value_with_stages_of_its_own_leaves_the_current_one()
    {
        cloud.Put("signing", "pending", 2, "AWSPENDING");

        Assert.Equal(("first", "pending"), (Value(), Value(stage: "AWSPENDING")));
        Assert.Equal("ResourceNotFoundException", (string)cloud.Get("signing", stage: "AWSPREVIOUS")["__type"]!);
    }

    [Fact]
    public void First_value_is_current_whatever_its_stages()
    {
        cloud.Send("CreateSecret", new { Name = "empty" });
        cloud.Put("empty", "pending", 1, "AWSPENDING");

        Assert.Equal("pending", (string)cloud.Get("empty")["SecretString"]!);
    }

    [Fact]
    public void Same_value_under_the_same_token_is_the_same_version_and_another_value_is_refused()
    {
        cloud.Put("signing", "second", 2);

        Assert.Equal(SecretsCloud.Token(2), (string)cloud.Put("signing", "second", 2)["VersionId"]!);
        var refused = cloud.Put("signing", "other-secret", 2);

        Assert.Equal("ResourceExistsException", (string)refused["__type"]!);
        Assert.DoesNotContain("other-secret", refused.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("second", Value());
        Assert.Equal("first", Value(stage: "AWSPREVIOUS"));
    }

    [Fact]
    public void Rotation_moves_current_and_takes_previous_along()
    {
        cloud.Put("signing", "second", 2, "AWSPENDING");

        Move("AWSCURRENT", from: 1, to: 2);

        Assert.Equal("second", Value());
        Assert.Equal("first", Value(stage: "AWSPREVIOUS"));
        Assert.Equal(["AWSCURRENT", "AWSPENDING"], Stages(2));
        Assert.Equal(["AWSPREVIOUS"], Stages(1));
    }

    [Fact]
    public void Rolling_back_swaps_current_and_previous()
    {
        cloud.Put("signing", "second", 2);

        Move("AWSCURRENT", from: 2, to: 1);

        Assert.Equal("first", Value());
        Assert.Equal("second", Value(stage: "AWSPREVIOUS"));
    }

    [Fact]
    public void Stage_moves_only_from_the_version_that_is_named_as_having_it()
    {
        cloud.Put("signing", "second", 2);

        Assert.Equal("InvalidParameterException", (string)Move("AWSCURRENT", to: 1)!["__type"]!);
        Assert.Equal("InvalidParameterException", (string)Move("AWSCURRENT", from: 1, to: 1)!["__type"]!);
        Assert.Equal("InvalidParameterException", (string)Move("AWSCURRENT", from: 2)!["__type"]!);
        Assert.Equal("ResourceNotFoundException", (string)Move("AWSCURRENT", from: 2, to: 9)!["__type"]!);
        Assert.Equal("second", Value());
    }

    [Fact]
    public void Version_without_stages_is_listed_only_on_request()
    {
        cloud.Put("signing", "second", 2);
        cloud.Put("signing", "third", 3);

        Assert.Equal([SecretsCloud.Token(2), SecretsCloud.Token(3)], List(false));
        Assert.Equal([SecretsCloud.Token(1), SecretsCloud.Token(2), SecretsCloud.Token(3)], List(true));
    }

    [Fact]
    public void Versions_are_listed_in_pages()
    {
        cloud.Put("signing", "second", 2);
        var first = cloud.Send("ListSecretVersionIds", new { SecretId = "signing", MaxResults = 1 });
        var second =
            cloud.Send("ListSecretVersionIds", new { SecretId = "signing", MaxResults = 1, NextToken = (string)first["NextToken"]! });

        Assert.Equal(SecretsCloud.Token(1), (string)first["Versions"]!.AsArray().Single()!["VersionId"]!);
        Assert.Equal(SecretsCloud.Token(2), (string)second["Versions"]!.AsArray().Single()!["VersionId"]!);
        Assert.Null(second["NextToken"]);
    }

    // Recorded against AWS by localstack/localstack, tests/aws/services/secretsmanager.
    [Fact]
    public void Version_and_stage_that_contradict_each_other_are_refused()
    {
        cloud.Put("signing", "second", 2);

        var refused = cloud.Get("signing", SecretsCloud.Token(1), "AWSCURRENT");

        Assert.Equal("InvalidRequestException", (string)refused["__type"]!);
        Assert.Equal("You provided a VersionStage that is not associated to the provided VersionId.", (string)refused["Message"]!);
    }

    private string Value(string? versionId = null, string? stage = null) => (string)cloud.Get("signing", versionId, stage)["SecretString"]!;

    private JsonNode Move(string stage, int? from = null, int? to = null) => cloud.Send("UpdateSecretVersionStage", new
    {
        SecretId = "signing",
        VersionStage = stage,
        RemoveFromVersionId = from is { } left ? SecretsCloud.Token(left) : null,
        MoveToVersionId = to is { } right ? SecretsCloud.Token(right) : null,
    });

    private IEnumerable<string> Stages(int version) =>
        cloud.Send("DescribeSecret", new { SecretId = "signing" })["VersionIdsToStages"]![SecretsCloud.Token(version)]!
        .AsArray().Select(stage => (string)stage!);

    private IEnumerable<string> List(bool includeDeprecated) =>
        cloud.Send("ListSecretVersionIds", new { SecretId = "signing", IncludeDeprecated = includeDeprecated })["Versions"]!
        .AsArray().Select(version => (string)version!["VersionId"]!);
}
