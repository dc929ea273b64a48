using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Aws.SecretsManager;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiAws;

public sealed class RegisteredResourcesTests
{
    private readonly RecordingMocks mocks = new();

    [Fact]
    public async Task Inputs_carry_the_names_that_the_provider_knows()
    {
        await DeployAsync();

        var queue = mocks.Resource("queue");
        Assert.Equal("aws:sqs/queue:Queue", queue.Type);
        Assert.Equal(["fifoQueue", "tags", "visibilityTimeoutSeconds"], queue.Inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(30d, queue.Inputs["visibilityTimeoutSeconds"]);
        Assert.Equal("crm", Assert.IsAssignableFrom<IReadOnlyDictionary<string, object>>(queue.Inputs["tags"])["team"]);
    }

    [Fact]
    public async Task A_property_named_like_its_class_keeps_its_name_on_the_wire()
    {
        await DeployAsync();

        Assert.Equal("""{"redrivePermission":"byQueue"}""", mocks.Resource("redrive").Inputs["redriveAllowPolicy"]);
        Assert.Equal("queue-id", mocks.Resource("redrive").Inputs["queueUrl"]);
    }

    [Fact]
    public async Task Policies_are_taken_as_text_and_as_text_that_another_resource_gives()
    {
        await DeployAsync();

        Assert.Equal("""{"Version":"2012-10-17"}""", mocks.Resource("role").Inputs["assumeRolePolicy"]);
        Assert.Equal("""{"Resource":"queue-id"}""", mocks.Resource("policy").Inputs["policy"]);
    }

    [Fact]
    public async Task Enumerations_and_nested_arguments_arrive_as_plain_values()
    {
        await DeployAsync();

        var inputs = mocks.Resource("function").Inputs;
        Assert.Equal("dotnet10", inputs["runtime"]);
        Assert.Equal(512d, inputs["memorySize"]);
        Assert.Equal(new object[] { "arm64" }, Assert.IsType<ImmutableArray<object>>(inputs["architectures"]));
        var environment = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object>>(inputs["environment"]);
        Assert.Equal("dev", Assert.IsAssignableFrom<IReadOnlyDictionary<string, object>>(environment["variables"])["STACK"]);
    }

    [Fact]
    public async Task What_the_provider_gives_is_read_into_the_output_types()
    {
        var stack = await DeployAsync();

        Assert.Equal("JSON", await OutputUtilities.GetValueAsync(stack.LogFormat));
        Assert.Equal("arm64", Assert.Single(await OutputUtilities.GetValueAsync(stack.Architectures)));
    }

    [Fact]
    public async Task Functions_of_the_provider_give_their_results()
    {
        var stack = await DeployAsync();

        Assert.Equal("000000000000", await OutputUtilities.GetValueAsync(stack.AccountId));
        Assert.Equal("eu-central-1", await OutputUtilities.GetValueAsync(stack.Region));
    }

    [Fact]
    public async Task Provider_arguments_travel_as_text_and_as_JSON_text()
    {
        await DeployAsync();

        var provider = mocks.Resource("provider");
        Assert.Equal("pulumi:providers:aws", provider.Type);
        Assert.Equal("eu-central-1", provider.Inputs["region"]);
        Assert.Equal("3", provider.Inputs["maxRetries"]);
        using var accounts = JsonDocument.Parse(Assert.IsType<string>(provider.Inputs["allowedAccountIds"]));
        Assert.Equal("000000000000", Assert.Single(accounts.RootElement.EnumerateArray()).GetString());
        Assert.Equal("false", provider.Inputs["skipCredentialsValidation"]);
        Assert.Equal("true", provider.Inputs["skipRegionValidation"]);
    }

    [Fact]
    public async Task A_secret_input_is_marked_as_one_and_the_provider_still_gets_its_text()
    {
        await DeployAsync();

        Assert.Equal("hidden", mocks.Resource("version").Inputs["secretString"]);
        var arguments = new SecretVersionArgs { SecretId = "signing", SecretString = "hidden" };
        Assert.True(await Output.IsSecretAsync(arguments.SecretString!.ToOutput()));
        Assert.False(await Output.IsSecretAsync(arguments.SecretId.ToOutput()));
    }

    [Fact]
    public void A_secret_that_is_not_set_stays_unset()
        => Assert.Null(new SecretVersionArgs { SecretString = null }.SecretString);

    private async Task<AwsResources> DeployAsync()
    {
        var resources = await Deployment.TestAsync<AwsResources>(mocks, new TestOptions { IsPreview = false });
        return resources.OfType<AwsResources>().Single();
    }
}
