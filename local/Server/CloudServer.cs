using System.Net;
using System.Net.Sockets;
using Engagement.Local.ApiGateway;
using Engagement.Local.Cloud;
using Engagement.Local.Control;
using Engagement.Local.Http;
using Engagement.Local.WebConsole;
using Engagement.Local.WebConsole.Map;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Local.Server;

/// <summary>
/// The one port that everything is spoken to on: the APIs that the stack deploys, AWS's own, and the control API. Loopback only. It listens
/// before there is a cloud behind it, because what the stack deploys needs to know the address.
/// </summary>
internal sealed class CloudServer : IAsyncDisposable
{
    // API Gateway refuses a request line and headers of more than 10,240 bytes by itself; the server must let it see them.
    private const int LongestRequestLine = 32 * 1024;

    // SQS takes 1 MiB a message and Pinpoint 7 MB a batch of endpoints; the services refuse what is over their own limits.
    private const long LongestBody = 16 * 1024 * 1024;

    private readonly WebApplication app;
    private LocalCloud? cloud;
    private Deploy? deploy;
    private PlanChanges? changes;
    private volatile bool isUp;

    private readonly ConsoleFiles console;

    private CloudServer(WebApplication app, ConsoleFiles console) => (this.app, this.console) = (app, console);

    /// <summary>Where it listens.</summary>
    public Uri Url => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Starts listening, with the console as it was built.</summary>
    /// <inheritdoc cref="StartAsync(int, ConsoleFiles, CancellationToken)"/>
    public static Task<CloudServer> StartAsync(int port, CancellationToken cancellationToken) =>
        StartAsync(port, ConsoleFiles.Built, cancellationToken);

    /// <summary>Starts listening.</summary>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="console">The console's files.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The port cannot be used; the message says why, and what to do.</exception>
    public static async Task<CloudServer> StartAsync(int port, ConsoleFiles console, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Limits.MaxRequestHeadersTotalSize = 2 * LongestRequestLine;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
        });
        var server = new CloudServer(builder.Build(), console);
        server.MapRequests();
        try
        {
            await server.app.StartAsync(cancellationToken);
            return server;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await server.app.DisposeAsync();
            throw new IOException(
                $"Port {port} of 127.0.0.1 cannot be used: {e.Message} Choose another with --port, or --port 0 for any free one.", e);
        }
    }

    /// <summary>Puts a cloud behind it.</summary>
    /// <param name="cloud">The cloud.</param>
    /// <param name="deploy">Deploys the stack into it again.</param>
    /// <param name="changes">Says what that would change.</param>
    public void Serve(LocalCloud cloud, Deploy deploy, PlanChanges? changes = null) =>
        (this.cloud, this.deploy, this.changes) = (cloud, deploy, changes);

    /// <summary>Says from now on that the stack is up.</summary>
    public void Open() => isUp = true;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private void MapRequests()
    {
        app.Use(BrowserGuard.RefuseForeignPagesAsync);
        app.Use(ShowConsoleAsync);
        app.Use((http, next) => cloud is null ? ControlApi.Starting.ExecuteAsync(http) : next(http));
        app.UseRouting();
        var local = app.MapGroup("/_local");
        console.Map(local);
        new ConsoleStream(TimeProvider.System).Map(local, () => cloud!, () => isUp);
        SystemMap.Map(local, () => cloud!);
        ControlApi.Map(local, () => cloud!, () => isUp);
        DeployApi.Map(app.MapGroup("/_local/deploy"), (done, cancellationToken) => deploy!(done, cancellationToken),
            cancellationToken => changes!(cancellationToken));
        app.MapRestApis(() => cloud!.Service<RestApis>());
        app.UseEndpoints(_ => { });
        app.Run(http => AwsAdapter.HandleAsync(http, cloud!));
    }

    // A browser that asks for the server itself; a signed request for "/" is one to AWS.
    private static Task ShowConsoleAsync(HttpContext http, RequestDelegate next)
    {
        var isPage = http.Request.Path == "/" && HttpMethods.IsGet(http.Request.Method)
            && http.Request.Headers.Authorization.Count == 0 && !http.Request.QueryString.HasValue;
        if (!isPage)
        {
            return next(http);
        }

        http.Response.Redirect("/_local");
        return Task.CompletedTask;
    }
}
