using System.Collections.Immutable;
using Infra.Tests.PulumiSdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiSdk;

public sealed class InvokeTests
{
    [Fact]
    public async Task A_function_takes_outputs_and_its_result_depends_on_them()
    {
        var mocks = new RecordingMocks
        {
            AnswerCall = args => new Dictionary<string, object> { ["device"] = $"/dev/{args.Args["name"]}", ["sizeInGb"] = 8 },
        };
        Output<Disk>? disk = null;
        var resources = await TestRun.UpdateAsync(mocks, () => disk = FindDisk(new Server("server").Id));

        Assert.Equal("test:index/getDisk:getDisk", Assert.Single(mocks.Calls).Token);
        Assert.Equal("/dev/server-id", (await OutputUtilities.GetValueAsync(disk!)).Device);
        Assert.Same(Assert.Single(resources), Assert.Single(await OutputUtilities.GetDependenciesAsync(disk!)));
    }

    [Fact]
    public async Task A_function_is_not_called_with_unknown_arguments()
    {
        var mocks = new RecordingMocks();
        Output<Disk>? disk = null;
        await Deployment.TestAsync(mocks, TestRun.Preview, () => { disk = FindDisk(OutputUtilities.CreateUnknown("")); });

        Assert.Empty(mocks.Calls);
        Assert.False(await OutputUtilities.GetIsKnownAsync(disk!));
    }

    [Fact]
    public async Task A_function_is_awaited_with_plain_arguments()
    {
        var mocks = new RecordingMocks { AnswerCall = _ => new Dictionary<string, object> { ["device"] = "sda", ["sizeInGb"] = 8 } };
        Disk? disk = null;
        await Deployment.TestAsync(mocks, TestRun.Update, async () => disk = await Deployment.Instance.InvokeAsync<Disk>(
            "test:index/getDisk:getDisk", new GetDiskArgs { Name = "sda" }));

        Assert.Equal("sda", disk!.Device);
        Assert.Equal(ImmutableDictionary<string, object>.Empty.Add("name", "sda"), mocks.Calls[0].Args);
    }

    private static Output<Disk> FindDisk(Output<string> name)
        => Deployment.Instance.Invoke<Disk>("test:index/getDisk:getDisk", new GetDiskArgs { Name = name });

    private sealed class GetDiskArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;
    }
}
