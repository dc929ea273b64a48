namespace Local.Tests.SecretsManager;

public sealed class SecretResourceTests
{
    private const string Secret = "aws:secretsmanager/secret:Secret";
    private const string Version = "aws:secretsmanager/secretVersion:SecretVersion";
    private readonly SecretsCloud cloud = new();

    // As terraform-provider-aws, internal/service/secretsmanager: a secret's id is its ARN, a version's is secret and version joined by a
    // bar.
    [Fact]
    public async Task Stack_creates_a_secret_and_its_value()
    {
        var secret = await cloud.Create(Secret, "signing", ("recoveryWindowInDays", 7.0), ("description", "signs pixels"));
        var version = await cloud.Create(Version, "signing", ("secretId", secret.Id), ("secretString", """{"current":"a"}"""));

        Assert.Equal(secret.Id, secret.Outputs["arn"]);
        Assert.Matches("^signing-[0-9a-f]{7}$", (string)secret.Outputs["name"]);
        Assert.Matches("^[0-9a-f-]{36}$", (string)version.Outputs["versionId"]);
        Assert.Equal($"{secret.Id}|{version.Outputs["versionId"]}", version.Id);
        Assert.Equal(["AWSCURRENT"], Assert.IsAssignableFrom<IEnumerable<object>>(version.Outputs["versionStages"]));
        Assert.Equal("""{"current":"a"}""", (string)cloud.Get(secret.Id)["SecretString"]!);
    }

    [Fact]
    public async Task Same_stack_makes_the_same_secret_in_every_run()
    {
        var again = new SecretsCloud();

        Assert.Equal((await cloud.Create(Secret, "signing")).Id, (await again.Create(Secret, "signing")).Id);
    }

    [Theory]
    [InlineData(Secret, "policy", "{}")]
    [InlineData(Secret, "region", "us-east-1")]
    [InlineData(Version, "secretStringWo", "hunter2")]
    public async Task Input_that_is_not_carried_out_is_refused_without_its_value(string type, string key, string value)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => cloud.Create(type, "signing", (key, value)));

        Assert.Contains($"{type} 'signing': {key}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_needs_a_value()
    {
        var secret = await cloud.Create(Secret, "signing");

        await Assert.ThrowsAsync<ArgumentException>(() => cloud.Create(Version, "signing", ("secretId", secret.Id)));
    }

    [Theory]
    [InlineData(0.0, true)]
    [InlineData(6.0, false)]
    [InlineData(31.0, false)]
    public async Task Recovery_window_is_none_or_7_to_30_days(double days, bool accepted)
    {
        var create = () => cloud.Create(Secret, "signing", ("recoveryWindowInDays", days));

        Assert.Equal(accepted, await Record.ExceptionAsync(create) is null);
    }
}
