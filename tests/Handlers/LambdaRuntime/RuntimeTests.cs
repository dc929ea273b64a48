using Amazon.Lambda.RuntimeSupport;

namespace Handlers.Tests.LambdaRuntime;

/// <summary>A Runtime API and a function that talks to it.</summary>
[Collection(OwnConsole.Name)]
public abstract class RuntimeTests : IAsyncLifetime, IDisposable
{
    private readonly Action restoreConsole = KeepConsole();
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    private protected RuntimeApiStub Api { get; } = new();

    /// <summary>What the function writes to the console, once it has been started.</summary>
    private protected StringWriter Output { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await stopping.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(10));
        await Api.DisposeAsync();
        restoreConsole();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        stopping.Dispose();
        Output.Dispose();
    }

    private protected void Start(LambdaBootstrapBuilder function) => running = RunAsync(function);

    private protected Task RunAsync(LambdaBootstrapBuilder function)
    {
        Console.SetOut(Output);
        var bootstrap = function.ConfigureOptions(options => options.RuntimeApiEndpoint = Api.Endpoint).Build();
        return bootstrap.RunAsync(stopping.Token);
    }

    /// <summary>Runs one invocation and answers what the function posted for it.</summary>
    private protected async Task<Posted> InvokeAsync(LambdaBootstrapBuilder function, string payload)
    {
        Start(function);
        Api.HandOut("request-1", payload);
        return await Api.NextPostAsync();
    }

    private static Action KeepConsole()
    {
        var (output, error) = (Console.Out, Console.Error);
        return () =>
        {
            Console.SetOut(output);
            Console.SetError(error);
        };
    }
}
