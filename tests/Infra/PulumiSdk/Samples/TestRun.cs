using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.PulumiSdk.Samples;

/// <summary>Runs a few declarations against mocks.</summary>
internal static class TestRun
{
    public static TestOptions Update => new() { IsPreview = false };

    public static TestOptions Preview => new() { IsPreview = true };

    public static Task<ImmutableArray<Resource>> UpdateAsync(RecordingMocks mocks, Action declare) =>
        Deployment.TestAsync(mocks, Update, declare);

    /// <summary>What a mock receives for a server with these arguments.</summary>
    public static async Task<ImmutableDictionary<string, object>> InputsAsync(Func<ServerArgs> args, bool isPreview = false)
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = isPreview }, () => { _ = new Server("server", args()); });
        return mocks.InputsOf("server");
    }

    /// <summary>A server as it is after a mock answered it with this state.</summary>
    public static async Task<Server> AnsweredAsync(TestOptions options, params (string Name, object Value)[] state)
    {
        var resources = await Deployment.TestAsync(RecordingMocks.Returning(state), options, () => { _ = new Server("server"); });
        return resources.OfType<Server>().Single();
    }
}
