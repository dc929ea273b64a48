using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Infra.Tests.PulumiSdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiSdk;

public sealed class MockInputTests
{
    [Fact]
    public async Task Values_arrive_under_their_names_and_every_number_as_a_double()
    {
        var inputs = await TestRun.InputsAsync(
            () => new ServerArgs { Address = "10.0.0.1", Port = 80, IsPublic = true, Tier = Tier.Premium });

        Assert.Equal("10.0.0.1", inputs["address"]);
        Assert.Equal(80.0, inputs["port"]);
        Assert.Equal(true, inputs["isPublic"]);
        Assert.Equal("premium", inputs["tier"]);
        Assert.Equal(4, inputs.Count);
    }

    [Fact]
    public async Task Lists_and_maps_arrive_as_immutable_collections_of_objects()
    {
        var inputs = await TestRun.InputsAsync(() => new ServerArgs
        {
            Zones = { "a", Output.Create("b") },
            Labels = { ["team"] = "web" },
            Disks = { new DiskArgs { Device = "sda", SizeInGb = 8 }, new DiskArgs { Device = Output.Create("sdb") } },
        });

        Assert.Equal(["a", "b"], Assert.IsType<ImmutableArray<object>>(inputs["zones"]).ToArray());
        Assert.Equal("web", Assert.IsType<ImmutableDictionary<string, object>>(inputs["labels"])["team"]);
        var disks = Assert.IsType<ImmutableArray<object>>(inputs["disks"]).Cast<ImmutableDictionary<string, object>>().ToArray();
        Assert.Equal(("sda", 8.0), (disks[0]["device"], disks[0]["sizeInGb"]));
        Assert.Equal("sdb", Assert.Single(disks[1]).Value);
    }

    [Fact]
    public async Task What_is_not_set_is_missing_and_an_empty_list_is_an_empty_array()
    {
        var unset = await TestRun.InputsAsync(() => new ServerArgs());
        var empty = await TestRun.InputsAsync(() => new ServerArgs { Zones = [], Labels = [] });
        var untouched = await TestRun.InputsAsync(() => new ServerArgs { Zones = default(ImmutableArray<string>) });

        Assert.Empty(unset);
        Assert.Empty(Assert.IsType<ImmutableArray<object>>(empty["zones"]));
        Assert.Empty(Assert.IsType<ImmutableDictionary<string, object>>(empty["labels"]));
        Assert.Empty(Assert.IsType<ImmutableArray<object>>(untouched["zones"]));
    }

    [Fact]
    public async Task Secrets_arrive_plain()
    {
        var inputs = await TestRun.InputsAsync(() => new ServerArgs
        {
            Address = Output.CreateSecret("hidden"),
            Zones = { Output.CreateSecret("a") },
        });

        Assert.Equal("hidden", inputs["address"]);
        Assert.Equal(["a"], Assert.IsType<ImmutableArray<object>>(inputs["zones"]).ToArray());
    }

    [Fact]
    public async Task An_unknown_value_is_missing_and_so_is_the_whole_property_around_it()
    {
        var inputs = await TestRun.InputsAsync(isPreview: true, args: () => new ServerArgs
        {
            Address = OutputUtilities.CreateUnknown(""),
            Zones = { "a", OutputUtilities.CreateUnknown("") },
            Disk = new DiskArgs { Device = OutputUtilities.CreateUnknown("") },
            Port = 80,
        });

        Assert.Equal(["port"], inputs.Keys);
    }

    [Fact]
    public async Task A_file_archive_arrives_as_one_with_the_same_path()
    {
        var inputs = await TestRun.InputsAsync(() => new ServerArgs { Code = new FileArchive("./publish") });

        // The path is not public; a stand-in for a provider reads the internal property.
        var value = typeof(AssetOrArchive).GetProperty("Value", BindingFlags.Instance | BindingFlags.NonPublic)!;
        Assert.Equal("./publish", value.GetValue(Assert.IsType<FileArchive>(inputs["code"])));
    }

    [Fact]
    public async Task JSON_arrives_as_the_values_that_it_says()
    {
        using var json = JsonDocument.Parse("""{"n":1,"list":[true,null,"x"],"none":null}""");
        var inputs = await TestRun.InputsAsync(() => new ServerArgs { Document = """{"n":1}""", Element = json.RootElement });

        Assert.Equal(1.0, Assert.IsType<ImmutableDictionary<string, object>>(inputs["document"])["n"]);
        var element = Assert.IsType<ImmutableDictionary<string, object?>>(inputs["element"]);
        Assert.Equal([true, null, "x"], Assert.IsType<ImmutableArray<object?>>(element["list"]).ToArray());
        Assert.Null(element["none"]);
    }

    [Fact]
    public async Task A_member_that_is_sent_as_JSON_arrives_as_text()
    {
        var inputs = await TestRun.InputsAsync(() => new ServerArgs { Settings = new() { ["retries"] = Output.Create(3) } });

        using var json = JsonDocument.Parse(Assert.IsType<string>(inputs["settings"]));
        Assert.Equal(3, json.RootElement.GetProperty("retries").GetInt32());
    }

    [Fact]
    public async Task A_union_arrives_as_the_value_that_it_holds()
    {
        var text = await TestRun.InputsAsync(() => new ServerArgs { Policy = "allow" });
        var args = await TestRun.InputsAsync(() => new ServerArgs { Policy = new DiskArgs { Device = "sda" } });

        Assert.Equal("allow", text["policy"]);
        Assert.Equal("sda", Assert.IsType<ImmutableDictionary<string, object>>(args["policy"])["device"]);
    }

    [Fact]
    public async Task A_new_resource_has_an_empty_id_and_the_default_provider_an_empty_reference()
    {
        var mocks = new RecordingMocks();
        await TestRun.UpdateAsync(mocks, () => { _ = new Server("server"); });

        var request = Assert.Single(mocks.Resources);
        Assert.Equal(("", "", "server", "test:index/server:Server"), (request.Id, request.Provider, request.Name, request.Type));
    }

    [Fact]
    public async Task A_required_argument_without_a_value_fails_the_deployment()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => TestRun.InputsAsync(() => new ServerArgs { Disk = new DiskArgs() }));

        Assert.Contains("Device", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("required", failure.ToString(), StringComparison.Ordinal);
    }
}
