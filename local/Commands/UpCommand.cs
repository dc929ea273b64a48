using System.Globalization;
using Engagement.Infra.Configuration;
using Engagement.Local.Clock;
using Engagement.Local.Configuration;
using Engagement.Local.Customers;
using Engagement.Local.Platforms;
using Engagement.Local.Server;
using Engagement.Local.WebConsole;

namespace Engagement.Local.Commands;

/// <summary>What to bring up, and where.</summary>
/// <param name="Stack">Environment, as in <c>Pulumi.&lt;stack&gt;.yaml</c>.</param>
/// <param name="Port">Port on 127.0.0.1; 0 for any free one.</param>
/// <param name="DefinitionsDirectory">Folder with definitions; null for the stack's.</param>
/// <param name="Customers">CSV file of customers; null for the samples, <c>none</c> for none.</param>
/// <param name="Console">Folder with the console's files, read anew at each request; null for those that were built.</param>
internal sealed record UpOptions(string Stack, int Port, string? DefinitionsDirectory, string? Customers, string? Console = null);

/// <summary>Brings an environment up, says what to do next, and keeps it until it is told to stop.</summary>
internal static class UpCommand
{
    /// <summary>Brings it up with a line for each step.</summary>
    /// <inheritdoc cref="RunAsync(UpOptions, IUpDisplay, TextWriter, TextWriter, CancellationToken)"/>
    public static Task<int> RunAsync(UpOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken) =>
        RunAsync(options, new LineDisplay(output), output, error, cancellationToken);

    /// <summary>Brings it up, and keeps it until it is cancelled.</summary>
    /// <param name="options">What to bring up, and where.</param>
    /// <param name="display">Shows how far it is.</param>
    /// <param name="output">Gets what to do next.</param>
    /// <param name="error">Gets a line for what went wrong.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code: 0, or 1 where it failed.</returns>
    public static async Task<int> RunAsync(
        UpOptions options, IUpDisplay display, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(options, display, output, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception e) when (CommandFailure.MessageOf(e) is { } message)
        {
            await error.WriteLineAsync(message);
            return CommandFailure.ExitCode;
        }
    }

    private static async Task RunAsync(
        UpOptions options, IUpDisplay display, TextWriter output, CancellationToken cancellationToken)
    {
        var clock = VirtualClock.Running();
        var file = CustomerSource.File(options.Customers);
        var customers = file is null ? [] : LoadedFile.Read(file, clock.GetUtcNow());
        var began = TimeProvider.System.GetTimestamp();
        await output.WriteLineAsync($"Bringing up stack '{options.Stack}' on this machine:");
        await using var environment = await display.ShowAsync(() => LocalEnvironment.StartAsync(
            () => Configuration(options),
            options.Port,
            options.Console is { } folder ? ConsoleFiles.From(folder) : ConsoleFiles.Built,
            clock,
            display.Deployed,
            cloud => RunningPlatform.From(cloud).LoadAsync(
                customers, loaded => display.Loaded(Path.GetFileName(file)!, loaded, customers.Count), cancellationToken),
            cancellationToken));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Up in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s."));
        await output.WriteLineAsync(NextSteps.Write(environment));
        await UntilCancelledAsync(cancellationToken);
        await output.WriteLineAsync("Stopping.");
    }

    private static StackConfiguration Configuration(UpOptions options)
    {
        var configuration = StackConfiguration.Read(RepositoryRoot.Path, options.Stack, LocalSecrets.For)
            .WithNeededSecrets(LocalSecrets.For)
            .WithDefaultSender();
        return options.DefinitionsDirectory is { } directory ? configuration.With("definitions:directory", directory) : configuration;
    }

    private static async Task UntilCancelledAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
