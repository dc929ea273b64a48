namespace EndToEnd.Tests;

/// <summary>An environment for one test alone, which changes it for good.</summary>
internal sealed class RunningEnvironment : IAsyncDisposable
{
    private RunningEnvironment(DevEnvironment dev) => Dev = dev;

    public DevEnvironment Dev { get; }

    public static async Task<RunningEnvironment> StartAsync()
    {
        var dev = new DevEnvironment();
        await dev.InitializeAsync();
        return new(dev);
    }

    public async ValueTask DisposeAsync() => await Dev.DisposeAsync();
}
