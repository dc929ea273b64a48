using Infra.Tests.PulumiSdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiSdk;

[Collection(ProcessEnvironment.Name)]
public sealed class ConfigTests : IDisposable
{
    private readonly string? before = Environment.GetEnvironmentVariable("PULUMI_CONFIG");

    public ConfigTests() => Environment.SetEnvironmentVariable("PULUMI_CONFIG", """
        {
          "project:colour": "blue", "project:count": "3", "project:ratio": "0.5", "project:on": "true", "project:config:old": "kept",
          "project:people": "[{\"Name\":\"Ada\"}]", "aws:region": "eu-west-1"
        }
        """);

    public void Dispose() => Environment.SetEnvironmentVariable("PULUMI_CONFIG", before);

    [Fact]
    public async Task Settings_are_read_by_type()
    {
        Assert.Equal("blue", await ReadAsync(() => new Config().Require("colour")));
        Assert.Equal(3, await ReadAsync(() => new Config().RequireInt32("count")));
        Assert.Equal(0.5, await ReadAsync(() => new Config().RequireDouble("ratio")));
        Assert.True(await ReadAsync(() => new Config().RequireBoolean("on")));
        Assert.Equal("kept", await ReadAsync(() => new Config().Get("old")));
        Assert.Equal("Ada", (await ReadAsync(() => new Config().RequireObject<Person[]>("people")))[0].Name);
        Assert.Equal("eu-west-1", await ReadAsync(() => new Config("aws").Get("region")));
    }

    [Fact]
    public async Task A_setting_that_is_not_there_is_null()
    {
        Assert.Null(await ReadAsync(() => new Config().Get("nowhere")));
        Assert.Null(await ReadAsync(() => new Config().GetInt32("nowhere")));
        Assert.Null(await ReadAsync(() => new Config().GetBoolean("nowhere")));
        Assert.Null(await ReadAsync(() => new Config().GetObject<Person[]>("nowhere")));
        Assert.Null(await ReadAsync(() => new Config().GetSecret("nowhere")));
    }

    [Fact]
    public async Task A_missing_setting_is_named_together_with_the_command_that_sets_it()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => ReadAsync(() => new Config().Require("shape")));

        Assert.Contains("'project:shape'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("pulumi config set project:shape <value>", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("colour")]
    [InlineData("ratio")]
    public async Task A_setting_of_the_wrong_type_is_named_with_its_value(string key)
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => ReadAsync(() => new Config().RequireInt32(key)));

        Assert.Contains($"'project:{key}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Int32", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_settings_are_secret_outputs()
    {
        var secret = await ReadAsync(() => new Config().RequireSecret("colour"));

        Assert.True(await Output.IsSecretAsync(secret));
        Assert.Equal("blue", await OutputUtilities.GetValueAsync(secret));
        Assert.True(await Output.IsSecretAsync(await ReadAsync(() => new Config().RequireSecretObject<Person[]>("people"))));
    }

    [Fact]
    public async Task Settings_are_read_when_the_deployment_begins()
    {
        var colour = await ReadAsync(() =>
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", """{"project:colour":"red"}""");
            return new Config().Get("colour");
        });

        Assert.Equal("blue", colour);
        Assert.Equal("red", await ReadAsync(() => new Config().Get("colour")));
    }

    private static async Task<T> ReadAsync<T>(Func<T> read)
    {
        T? result = default;
        await Deployment.TestAsync(new RecordingMocks(), TestRun.Update, () => { result = read(); });
        return result!;
    }

    private sealed record Person(string Name);
}
