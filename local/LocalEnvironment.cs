using Engagement.Local.Clock;
using Engagement.Local.Cloud;
using Engagement.Local.Configuration;
using Engagement.Local.Http;

namespace Engagement.Local;

/// <summary>One environment of the stack, running on this machine.</summary>
internal sealed class LocalEnvironment : IAsyncDisposable
{
    private readonly CloudServer server;

    private LocalEnvironment(CloudServer server, LocalCloud cloud)
    {
        this.server = server;
        Cloud = cloud;
    }

    public LocalCloud Cloud { get; }

    /// <summary>Where everything is reachable, without a slash at its end.</summary>
    public Uri Url => Cloud.Context.BaseUrl;

    /// <summary>Starts the cloud, and deploys the stack into it by running its program.</summary>
    /// <param name="configuration">The stack and its settings.</param>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="clock">The environment's clock.</param>
    /// <param name="created">Told of each resource once it exists.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="ResourceFailedException">A resource could not be created.</exception>
    /// <exception cref="Pulumi.RunException">The program failed; the message says why.</exception>
    public static async Task<LocalEnvironment> StartAsync(
        StackConfiguration configuration, int port, VirtualClock clock, Action<RegisteredResource> created, CancellationToken cancellationToken)
    {
        var server = await CloudServer.StartAsync(port, cancellationToken);
        var cloud = new LocalCloud(new CloudContext { Region = configuration.Region, BaseUrl = server.Url, Clock = clock }, created);
        server.Serve(cloud);
        var environment = new LocalEnvironment(server, cloud);
        try
        {
            await StackProgram.RunAsync(cloud, configuration, cancellationToken);
            return environment;
        }
        catch (Exception)
        {
            await environment.DisposeAsync();
            if (cloud.Failure is { } failure)
            {
                throw failure;
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        await server.DisposeAsync();
    }
}
