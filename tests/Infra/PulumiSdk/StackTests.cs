using Infra.Tests.PulumiSdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiSdk;

public sealed class StackTests
{
    [Fact]
    public async Task A_stacks_outputs_are_registered_under_their_names()
    {
        var mocks = RecordingMocks.Returning(("address", "10.0.0.1"));
        var resources = await Deployment.TestAsync<Site>(mocks, TestRun.Update);

        var outputs = Assert.Single(mocks.Outputs);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack", outputs.Urn);
        Assert.Equal(["Address", "serverId"], outputs.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("server-id", await OutputUtilities.GetValueAsync(outputs.Outputs["serverId"]));
        Assert.IsType<Site>(resources[0]);
    }

    [Fact]
    public async Task An_output_of_a_stack_that_is_not_set_fails_by_its_name()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<Unfinished>(new RecordingMocks(), TestRun.Update));

        Assert.Contains("'url'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_of_a_function_are_returned_as_they_are()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new RecordingMocks(), TestRun.Update, () => new Dictionary<string, object?> { ["id"] = new Server("server").Id });

        Assert.Equal("server-id", await OutputUtilities.GetValueAsync((Output<string>)outputs["id"]!));
        Assert.IsType<Server>(Assert.Single(resources));
    }

    [Fact]
    public async Task The_deployment_tells_its_names_and_no_root_directory_unless_it_was_given()
    {
        var names = ("", "", "", "");
        Exception? failure = null;
        await Deployment.TestAsync(
            new RecordingMocks(),
            new() { ProjectName = "engagement", OrganizationName = "acme" },
            () =>
            {
                var instance = Deployment.Instance;
                names = (instance.ProjectName, instance.StackName, instance.OrganizationName, "");
                failure = Record.Exception(() => instance.RootDirectory);
            });

        Assert.Equal(("engagement", "stack", "acme", ""), names);
        Assert.IsType<InvalidOperationException>(failure);
    }

    private sealed class Site : Stack
    {
        public Site()
        {
            var server = new Server("server");
            Address = server.Address;
            ServerId = server.Id;
        }

        [Output]
        public Output<string> Address { get; private set; }

        [Output("serverId")]
        public Output<string> ServerId { get; private set; }
    }

    private sealed class Unfinished : Stack
    {
        [Output("url")]
        public Output<string>? Url { get; private set; }
    }
}
