namespace EndToEnd.Tests;

/// <summary>An environment for one test alone, which changes it for good.</summary>
internal sealed class RunningEnvironment : IAsyncDisposable
{
    private RunningEnvironment(DevEnvironment dev) => Dev = dev;

    public DevEnvironment Dev { get; }

    public static Task<RunningEnvironment> StartAsync() => StartAsync(new());

    /// <summary>Starts that environment.</summary>
    public static async Task<RunningEnvironment> StartAsync(DevEnvironment dev)
    {
        var started = new RunningEnvironment(dev);
        try
        {
            await dev.InitializeAsync();
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await Dev.DisposeAsync();
}
