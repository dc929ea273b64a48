using Infra.Tests.PulumiSdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiSdk;

public sealed class ResourceOptionsTests
{
    [Fact]
    public async Task Merge_joins_lists_and_lets_the_second_win()
    {
        var merged = CustomResourceOptions.Merge(
            new() { Protect = true, Version = "1", IgnoreChanges = { "a" }, AdditionalSecretOutputs = { "x" }, DeleteBeforeReplace = true },
            new() { Version = "2", IgnoreChanges = { "b" }, AdditionalSecretOutputs = { "y" }, RetainOnDelete = true, ImportId = "id" });

        Assert.Equal(
            (true, "2", true, true, "id"),
            (merged.Protect, merged.Version, merged.DeleteBeforeReplace, merged.RetainOnDelete, merged.ImportId));
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["x", "y"], merged.AdditionalSecretOutputs);
        Assert.Empty(await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput()));
    }

    [Fact]
    public void Merge_changes_neither_of_the_two()
    {
        var first = new ComponentResourceOptions { IgnoreChanges = { "a" } };
        var second = new ComponentResourceOptions { IgnoreChanges = { "b" } };

        Assert.Equal(["a", "b"], ComponentResourceOptions.Merge(first, second).IgnoreChanges);
        Assert.Equal(["a"], first.IgnoreChanges);
        Assert.Equal(["b"], second.IgnoreChanges);
        Assert.Empty(ComponentResourceOptions.Merge(null, null).Providers);
    }

    [Fact]
    public async Task An_id_in_the_options_reads_the_resource_and_stays_its_id()
    {
        var mocks = new RecordingMocks();
        var resources = await TestRun.UpdateAsync(
            mocks, () => { _ = new Server("server", options: new CustomResourceOptions { Id = "i-1" }); });

        Assert.Equal("i-1", Assert.Single(mocks.Resources).Id);
        Assert.Equal("i-1", await OutputUtilities.GetValueAsync(resources.OfType<Server>().Single().Id));
    }

    [Fact]
    public async Task An_import_id_reaches_the_mock()
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(mocks, () => { _ = new Server("server", options: new CustomResourceOptions { ImportId = "i-1" }); });

        Assert.Equal("i-1", Assert.Single(mocks.Resources).Id);
    }

    [Fact]
    public async Task A_provider_is_inherited_from_the_component_above()
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(mocks, () =>
        {
            var provider = new ProviderResource("test", "own", ResourceArgs.Empty, new CustomResourceOptions());
            _ = new Cluster("web", new ComponentResourceOptions { Providers = { provider } });
            _ = new Server("other");
        });

        var provider = "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::own::own-id";
        Assert.Equal(provider, mocks.Resources.Single(resource => resource.Name == "web-first").Provider);
        Assert.Equal("", mocks.Resources.Single(resource => resource.Name == "other").Provider);
    }

    [Fact]
    public async Task A_transformation_changes_every_resource_below_the_one_that_has_it()
    {
        var mocks = new RecordingMocks();
        ResourceTransformation publish = args => args.Args is ServerArgs
            ? new ResourceTransformationResult(new ServerArgs { IsPublic = true }, args.Options)
            : null;
        await TestRun.UpdateAsync(mocks, () =>
        {
            _ = new Cluster("web", new ComponentResourceOptions { ResourceTransformations = { publish } });
            _ = new Server("other");
        });

        Assert.Equal(true, mocks.InputsOf("web-first")["isPublic"]);
        Assert.Equal(true, mocks.InputsOf("web-second")["isPublic"]);
        Assert.Empty(mocks.InputsOf("other"));
    }

    [Fact]
    public async Task An_alias_that_contradicts_itself_fails_the_deployment()
    {
        var options = new CustomResourceOptions { Aliases = { new Alias { Urn = "urn:pulumi:a::b::c::d", Name = "other" } } };

        await Assert.ThrowsAnyAsync<Exception>(() => TestRun.UpdateAsync(new(), () => { _ = new Server("server", options: options); }));
    }

    [Fact]
    public async Task A_urn_is_built_from_its_parts()
    {
        var urn = Urn.Create("queue", "aws:sqs/queue:Queue", parentUrn: "urn:pulumi:dev::p::t:i:Parent::name");

        Assert.Equal("urn:pulumi:dev::p::t:i:Parent$aws:sqs/queue:Queue::queue", await OutputUtilities.GetValueAsync(urn));
    }
}
