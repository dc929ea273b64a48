using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Configuration;
using Engagement.Local.Plans;
using Engagement.Local.WebConsole;

namespace Engagement.Local.Server;

/// <summary>One environment of the stack, running on this machine.</summary>
internal sealed class LocalEnvironment : IAsyncDisposable
{
    private readonly CloudServer server;
    private readonly Func<StackConfiguration> configuration;
    private volatile StackConfiguration? deployed;

    private LocalEnvironment(CloudServer server, LocalCloud cloud, Func<StackConfiguration> configuration)
    {
        this.server = server;
        this.configuration = configuration;
        Cloud = cloud;
    }

    public LocalCloud Cloud { get; }

    /// <summary>Where everything is reachable, without a slash at its end.</summary>
    public Uri Url => Cloud.Context.BaseUrl;

    /// <summary>Starts the cloud, and deploys the stack into it by running its program.</summary>
    public static Task<LocalEnvironment> StartAsync(
        StackConfiguration configuration, int port, VirtualClock clock, Action<ResourceStep> done, CancellationToken cancellationToken) =>
        StartAsync(() => configuration, port, clock, done, cancellationToken);

    /// <summary>Starts the cloud, and deploys the stack into it by running its program.</summary>
    public static Task<LocalEnvironment> StartAsync(
        Func<StackConfiguration> configuration, int port, VirtualClock clock, Action<ResourceStep> done,
        CancellationToken cancellationToken) =>
        StartAsync(configuration, port, ConsoleFiles.Built, clock, done, _ => Task.CompletedTask, cancellationToken);

    /// <summary>Starts the cloud, and deploys the stack into it by running its program.</summary>
    /// <param name="configuration">Reads the stack and its settings; once now, and again for each later deployment.</param>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="console">The console's files.</param>
    /// <param name="clock">The environment's clock.</param>
    /// <param name="done">Told of each resource once it exists.</param>
    /// <param name="prepare">What else belongs to an environment that is up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">The stack's settings cannot be read, or ask for what only AWS can do; nothing was
    /// made.</exception>
    /// <exception cref="IOException">The port cannot be used.</exception>
    /// <exception cref="ResourceFailedException">A resource could not be created.</exception>
    /// <exception cref="Pulumi.RunException">The program failed; the message says why.</exception>
    public static async Task<LocalEnvironment> StartAsync(
        Func<StackConfiguration> configuration,
        int port,
        ConsoleFiles console,
        VirtualClock clock,
        Action<ResourceStep> done,
        Func<LocalCloud, Task> prepare,
        CancellationToken cancellationToken)
    {
        var first = configuration().DemandLocal();
        var server = await CloudServer.StartAsync(port, console, cancellationToken);
        var cloud = new LocalCloud(new CloudContext { Region = first.Region, BaseUrl = server.Url, Clock = clock });
        var environment = new LocalEnvironment(server, cloud, configuration);
        server.Serve(cloud, environment.DeployAsync, environment.ChangesAsync);
        try
        {
            await cloud.DeployAsync(first, done, cancellationToken);
            environment.deployed = first;
            await prepare(cloud);
            server.Open();
            return environment;
        }
        catch (Exception)
        {
            await environment.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deploys again, with the settings, definitions and published functions that are on disk now.</summary>
    /// <param name="done">Told of each step.</param>
    /// <param name="cancellationToken">Gives up; what was done stays done.</param>
    /// <exception cref="FormatException">The stack's settings cannot be read, or ask for what only AWS can do; nothing was
    /// changed.</exception>
    /// <inheritdoc cref="LocalCloud.DeployAsync"/>
    public async Task<DeploymentSummary> DeployAsync(Action<ResourceStep> done, CancellationToken cancellationToken)
    {
        var next = configuration().DemandLocal();
        if (next.Region != Cloud.Context.Region)
        {
            throw new FormatException(
                $"aws:region is {next.Region} now, but this local cloud is {Cloud.Context.Region}: stop it and start it again.");
        }

        var summary = await Cloud.DeployAsync(next, done, cancellationToken);
        deployed = next;
        return summary;
    }

    /// <summary>What another deployment would change of what the latest one that succeeded has made.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">Nothing is deployed, or the settings cannot be read.</exception>
    /// <exception cref="Pulumi.RunException">The program fails; the message says why.</exception>
    public Task<PlannedChanges> ChangesAsync(CancellationToken cancellationToken) =>
        deployed is { } before && Cloud.Definitions is { } definitions
            ? PlannedChanges.FindAsync(before, definitions.Files, configuration().DemandLocal(), cancellationToken)
            : throw new FormatException("Nothing is deployed yet.");

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        await server.DisposeAsync();
    }
}
