using System.Text.Json.Nodes;

namespace Local.Tests.SecretsManager;

/// <summary>
/// Errors and their texts are AWS's as recorded by localstack/localstack, tests/aws/services/secretsmanager, unless another source is
/// named.
/// </summary>
public sealed class SecretTests
{
    private readonly SecretsCloud cloud = new();

    [Fact]
    public void Secret_is_found_by_name_by_arn_and_by_arn_without_its_suffix()
    {
        var arn = cloud.Create("app/signing");

        Assert.Matches("^arn:aws:secretsmanager:eu-west-1:000000000000:secret:app/signing-[A-Za-z0-9]{6}$", arn);
        Assert.All(new[] { "app/signing", arn, arn[..^7] }, id => Assert.Equal("first", (string)cloud.Get(id)["SecretString"]!));
        Assert.Equal("ResourceNotFoundException", Error(cloud.Get(arn[..^1])));
    }

    [Fact]
    public void Value_comes_with_its_version_stages_and_time()
    {
        var arn = cloud.Create();

        Assert.Equal(
            $$"""{"ARN":"{{arn}}","Name":"signing","VersionId":"{{SecretsCloud.Token(1)}}","SecretString":"first","VersionStages":["AWSCURRENT"],"CreatedDate":1772366400}""",
            cloud.Get("signing").ToJsonString());
    }

    [Fact]
    public void Binary_value_comes_back_as_it_went_in()
    {
        cloud.Send("CreateSecret", new { Name = "key", SecretBinary = "AAEC/w==", ClientRequestToken = SecretsCloud.Token(1) });

        var answer = cloud.Get("key");

        Assert.Equal("AAEC/w==", (string)answer["SecretBinary"]!);
        Assert.Null(answer["SecretString"]);
    }

    [Fact]
    public void Description_shows_the_secret_without_its_value()
    {
        cloud.Send("CreateSecret", new
        {
            Name = "signing",
            SecretString = "first",
            ClientRequestToken = SecretsCloud.Token(1),
            Description = "signs pixels",
            KmsKeyId = "alias/app",
            Tags = new[] { new { Key = "team", Value = "growth" } },
        });
        cloud.Get("signing");

        var description = cloud.Send("DescribeSecret", new { SecretId = "signing" });

        Assert.Equal("signs pixels", (string)description["Description"]!);
        Assert.Equal("alias/app", (string)description["KmsKeyId"]!);
        Assert.Equal("""[{"Key":"team","Value":"growth"}]""", description["Tags"]!.ToJsonString());
        Assert.Equal("AWSCURRENT", (string)description["VersionIdsToStages"]![SecretsCloud.Token(1)]![0]!);
        Assert.Equal(1772323200, (double)description["LastAccessedDate"]!);
        Assert.DoesNotContain("first", description.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_secret_is_not_found() => AssertError(
        "ResourceNotFoundException", "Secrets Manager can't find the specified secret.", cloud.Get("nowhere"));

    [Fact]
    public void Secret_without_a_value_has_no_current_version()
    {
        cloud.Send("CreateSecret", new { Name = "empty" });

        AssertError(
            "ResourceNotFoundException",
            "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
            cloud.Get("empty"));
    }

    [Fact]
    public void Name_is_taken_once()
    {
        cloud.Create();

        AssertError(
            "ResourceExistsException",
            "The operation failed because the secret signing already exists.",
            cloud.Send("CreateSecret", new { Name = "signing" }));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("ünï")]
    [InlineData("a?b")]
    [InlineData("")]
    public void Name_has_other_characters_than_AWS_takes(string name) =>
        Assert.Equal("ValidationException", Error(cloud.Send("CreateSecret", new { Name = name })));

    [Fact]
    public async Task Deleted_secret_is_locked_for_its_recovery_window_and_then_gone()
    {
        var arn = cloud.Create();

        var deleted = cloud.Send("DeleteSecret", new { SecretId = "signing", RecoveryWindowInDays = 7 });

        Assert.Equal(1772366400 + (7 * 86400), (double)deleted["DeletionDate"]!);
        AssertError(
            "InvalidRequestException",
            "You can't perform this operation on the secret because it was marked for deletion.",
            cloud.Get("signing"));
        AssertError(
            "InvalidRequestException",
            "You can't create this secret because a secret with this name is already scheduled for deletion.",
            cloud.Send("CreateSecret", new { Name = "signing" }));
        await cloud.Clock.AdvanceAsync(TimeSpan.FromDays(7), CancellationToken.None);
        Assert.Equal("ResourceNotFoundException", Error(cloud.Get("signing")));
        Assert.NotEqual(arn, cloud.Create());
    }

    [Fact]
    public void Secret_deleted_by_force_is_gone_at_once()
    {
        cloud.Create();
        cloud.Send("DeleteSecret", new { SecretId = "signing", ForceDeleteWithoutRecovery = true });

        Assert.Equal("ResourceNotFoundException", Error(cloud.Get("signing")));
        cloud.Create();
    }

    // Service model, DeleteSecret: 7 to 30 days, not together with force.
    [Theory]
    [InlineData(6, false)]
    [InlineData(31, false)]
    [InlineData(7, true)]
    public void Recovery_window_has_bounds(int days, bool force)
    {
        cloud.Create();

        Assert.Equal(
            "InvalidParameterException",
            Error(
                cloud.Send("DeleteSecret", new { SecretId = "signing", RecoveryWindowInDays = days, ForceDeleteWithoutRecovery = force })));
        Assert.Equal("first", (string)cloud.Get("signing")["SecretString"]!);
    }

    private static string Error(JsonNode answer) => (string)answer["__type"]!;

    private static void AssertError(string type, string message, JsonNode answer) =>
        Assert.Equal((type, message), (Error(answer), (string)answer["Message"]!));
}
