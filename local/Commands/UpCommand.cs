using System.Globalization;
using Engagement.Infra.Configuration;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Configuration;
using Pulumi;

namespace Engagement.Local.Commands;

/// <summary>What to bring up, and where.</summary>
internal sealed record UpOptions(string Stack, int Port, string? DefinitionsDirectory);

/// <summary>Brings an environment up, says what to do next, and keeps it until it is told to stop.</summary>
internal static class UpCommand
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(UpOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var clock = VirtualClock.Running();
            var began = TimeProvider.System.GetTimestamp();
            await output.WriteLineAsync($"Bringing up stack '{options.Stack}' on this machine:");
            await using var environment = await LocalEnvironment.StartAsync(
                () => Configuration(options),
                options.Port,
                clock,
                resource => output.WriteLine($"  + {resource.Name} ({resource.Type})"),
                cancellationToken);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Up in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s."));
            await output.WriteLineAsync(NextSteps(environment));
            await UntilCancelledAsync(cancellationToken);
            await output.WriteLineAsync("Stopping.");
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (IOException e) when (options.Port != 0)
        {
            await error.WriteLineAsync($"Port {options.Port} of 127.0.0.1 cannot be used: {e.Message} Choose another with --port, or --port 0 for any free one.");
            return Failed;
        }
        catch (Exception e) when (e is ResourceFailedException or RunException or FormatException or AggregateException)
        {
            await error.WriteLineAsync(e.Message);
            return Failed;
        }
    }

    private static StackConfiguration Configuration(UpOptions options)
    {
        var configuration = StackConfiguration.Read(RepositoryRoot.Path, options.Stack, LocalSecrets.For)
            .WithDefaultSecret(LocalSecrets.SigningKeySetting, LocalSecrets.For(LocalSecrets.SigningKeySetting));
        return options.DefinitionsDirectory is { } directory ? configuration.With("definitions:directory", directory) : configuration;
    }

    private static string NextSteps(LocalEnvironment environment)
    {
        var pixel = environment.Cloud.Outputs["pixelUrl"];
        return $"""

              Pixel      {pixel}?event=newsletter_signup&endpoint_id=me
              Events     {environment.Cloud.Outputs["companyEventsUrl"]}
              Console    {environment.Url}_local
              Sign with  {LocalSecrets.For(LocalSecrets.SigningKeySetting)}

            Next: open the pixel's URL in a browser or with curl, then the console, which shows the event in Pinpoint some seconds later.
            AWS's tools work too: aws --endpoint-url {environment.Url.ToString().TrimEnd('/')} pinpoint get-apps
            Changed definitions or settings take effect with: dotnet run --project local -- deploy{(environment.Url.Port == 8080 ? "" : $" --port {environment.Url.Port}")}
            Stop with Ctrl-C. Nothing is kept.
            """;
    }

    private static async Task UntilCancelledAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
