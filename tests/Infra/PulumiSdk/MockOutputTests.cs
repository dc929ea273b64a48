using System.Collections.Immutable;
using Infra.Tests.PulumiSdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiSdk;

public sealed class MockOutputTests
{
    [Fact]
    public async Task A_mocks_answer_is_converted_into_the_declared_types()
    {
        var server = await TestRun.AnsweredAsync(
            TestRun.Update,
            ("address", "10.0.0.1"),
            ("port", 80),
            ("load", 0.5),
            ("isPublic", true),
            ("zones", new[] { "a", "b" }),
            ("labels", new Dictionary<string, object> { ["team"] = "web" }),
            ("disks", ImmutableArray.Create<object>(new Dictionary<string, object> { ["device"] = "sda", ["sizeInGb"] = 8.0 })),
            ("tier", "premium"),
            ("document", new Dictionary<string, object> { ["n"] = 1 }),
            ("code", new FileArchive("./publish")));

        Assert.Equal("10.0.0.1", await OutputUtilities.GetValueAsync(server.Address));
        Assert.Equal(80, await OutputUtilities.GetValueAsync(server.Port));
        Assert.Equal(0.5, await OutputUtilities.GetValueAsync(server.Load));
        Assert.True(await OutputUtilities.GetValueAsync(server.IsPublic));
        Assert.Equal(["a", "b"], (await OutputUtilities.GetValueAsync(server.Zones)).ToArray());
        Assert.Equal("web", (await OutputUtilities.GetValueAsync(server.Labels))["team"]);
        Assert.Equal(Tier.Premium, await OutputUtilities.GetValueAsync(server.Tier));
        Assert.Equal(1, (await OutputUtilities.GetValueAsync(server.Document)).GetProperty("n").GetInt32());
        Assert.IsType<FileArchive>(await OutputUtilities.GetValueAsync(server.Code));
        var disk = Assert.Single(await OutputUtilities.GetValueAsync(server.Disks));
        Assert.Equal(("sda", 8, null), (disk.Device, disk.SizeInGb, disk.IsFast));
    }

    [Fact]
    public async Task A_union_is_converted_into_the_first_type_that_fits()
    {
        var text = await TestRun.AnsweredAsync(TestRun.Update, ("policy", "allow"));
        var disk = await TestRun.AnsweredAsync(TestRun.Update, ("policy", new Dictionary<string, object> { ["device"] = "sda" }));

        Assert.Equal("allow", (await OutputUtilities.GetValueAsync(text.Policy)).AsT0);
        Assert.Equal("sda", (await OutputUtilities.GetValueAsync(disk.Policy)).AsT1.Device);
    }

    [Fact]
    public async Task A_value_that_does_not_fit_is_the_types_default_and_no_failure()
    {
        var server = await TestRun.AnsweredAsync(TestRun.Update, ("address", 1), ("port", "eighty"));

        Assert.Null(await OutputUtilities.GetValueAsync(server.Address));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(server.Port));
    }

    [Fact]
    public async Task A_property_that_the_mock_leaves_out_is_unknown_in_a_preview_and_a_default_in_an_update()
    {
        var preview = await TestRun.AnsweredAsync(TestRun.Preview);
        var update = await TestRun.AnsweredAsync(TestRun.Update);

        Assert.False(await OutputUtilities.GetIsKnownAsync(preview.Address));
        Assert.True(await OutputUtilities.GetIsKnownAsync(update.Address));
        Assert.Null(await OutputUtilities.GetValueAsync(update.Address));
    }

    [Fact]
    public async Task Inputs_become_outputs_only_if_the_mock_returns_them()
    {
        var mocks = RecordingMocks.Returning();
        var resources = await TestRun.UpdateAsync(mocks, () => { _ = new Server("server", new ServerArgs { Address = "10.0.0.1" }); });

        Assert.Equal("10.0.0.1", mocks.InputsOf("server")["address"]);
        Assert.Null(await OutputUtilities.GetValueAsync(resources.OfType<Server>().Single().Address));
    }

    [Fact]
    public async Task A_test_is_a_preview_unless_it_says_otherwise()
    {
        var isDryRun = false;
        await Deployment.TestAsync(new RecordingMocks(), new(), () => { isDryRun = Deployment.Instance.IsDryRun; });

        Assert.True(isDryRun);
    }

    [Fact]
    public async Task A_mock_answers_a_secret_with_a_secret_output()
    {
        var server = await TestRun.AnsweredAsync(TestRun.Update, ("address", Output.CreateSecret("hidden")), ("port", 80));

        Assert.True(await Output.IsSecretAsync(server.Address));
        Assert.Equal("hidden", await OutputUtilities.GetValueAsync(server.Address));
        Assert.False(await Output.IsSecretAsync(server.Port));
    }

    [Fact]
    public async Task A_resource_without_an_id_has_an_unknown_one()
    {
        var mocks = new RecordingMocks { Answer = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        var resources = await TestRun.UpdateAsync(mocks, () => { _ = new Server("server"); });

        Assert.False(await OutputUtilities.GetIsKnownAsync(resources.OfType<Server>().Single().Id));
    }

    [Fact]
    public async Task Urns_keep_only_the_outermost_of_the_types_above()
    {
        var resources = await Deployment.TestAsync(
            new RecordingMocks(),
            new() { IsPreview = false, ProjectName = "engagement", StackName = "dev" },
            () => { _ = new Cluster("web"); });
        var urns = await Task.WhenAll(resources.Select(resource => OutputUtilities.GetValueAsync(resource.Urn)));

        const string Prefix = "urn:pulumi:dev::engagement::pulumi:pulumi:Stack$";
        Assert.Equal(
            [
                Prefix + "test:index:Cluster::web",
                Prefix + "test:index/server:Server::web-first",
                Prefix + "test:index/server:Server::web-second",
            ],
            urns);
    }
}
