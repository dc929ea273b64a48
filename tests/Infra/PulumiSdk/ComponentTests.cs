using Infra.Tests.PulumiSdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiSdk;

public sealed class ComponentTests
{
    [Fact]
    public async Task A_component_is_asked_for_with_empty_inputs_before_its_children_and_the_stack_never()
    {
        var mocks = new RecordingMocks();
        var resources = await TestRun.UpdateAsync(mocks, () => { _ = new Cluster("web"); });

        Assert.Equal(["web", "web-first", "web-second"], mocks.Resources.Select(resource => resource.Name));
        Assert.Empty(mocks.InputsOf("web"));
        Assert.Equal("", mocks.Resources[0].Id);
        Assert.Equal(3, resources.Length);
    }

    [Fact]
    public async Task A_component_registers_the_outputs_that_it_declares()
    {
        var mocks = RecordingMocks.Returning(("address", Output.CreateSecret("10.0.0.1")));
        await TestRun.UpdateAsync(mocks, () => { _ = new Cluster("web"); });

        var registered = mocks.Outputs.Single(outputs => outputs.Urn.EndsWith("::web", StringComparison.Ordinal)).Outputs;
        Assert.Equal(["address"], registered.Keys);
        Assert.Equal("10.0.0.1", await OutputUtilities.GetValueAsync(registered["address"]));
        Assert.True(await Output.IsSecretAsync(registered["address"]));
    }

    [Fact]
    public async Task A_component_keeps_the_outputs_that_it_set_itself()
    {
        var resources = await TestRun.UpdateAsync(RecordingMocks.Returning(("address", "10.0.0.1")), () => { _ = new Cluster("web"); });
        var cluster = resources.OfType<Cluster>().Single();

        Assert.Same(cluster.First.Address, cluster.Address);
        Assert.Equal(("test:index:Cluster", "web"), (cluster.GetResourceType(), cluster.GetResourceName()));
    }
}
