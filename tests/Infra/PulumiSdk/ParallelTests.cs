using Infra.Tests.PulumiSdk.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.PulumiSdk;

public sealed class ParallelTests
{
    [Fact]
    public async Task Deployments_that_run_at_the_same_time_do_not_see_each_other()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 16).Select(index => Task.Run(() => RunAsync($"stack{index}"))));

        foreach (var (index, (resources, seen)) in runs.Index())
        {
            Assert.Equal($"stack{index}", seen);
            var server = Assert.IsType<Server>(Assert.Single(resources));
            Assert.StartsWith($"urn:pulumi:stack{index}::", await OutputUtilities.GetValueAsync(server.Urn), StringComparison.Ordinal);
        }
    }

    private static async Task<(IEnumerable<Resource> Resources, string Seen)> RunAsync(string stack)
    {
        var seen = "";
        var mocks = new RecordingMocks
        {
            Answer = async args =>
            {
                await Task.Yield();
                return ("id", args.Inputs);
            },
        };
        var resources = await Deployment.TestAsync(
            mocks,
            new TestOptions { StackName = stack, IsPreview = false },
            () => new Server("server").Id.Apply(_ => seen = Deployment.Instance.StackName));
        return (resources, seen);
    }
}
