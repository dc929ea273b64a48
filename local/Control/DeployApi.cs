using System.Text.Json;
using System.Threading.Channels;
using Engagement.Local.Cloud;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pulumi;

namespace Engagement.Local.Control;

/// <summary>Deploys the stack again.</summary>
internal delegate Task<DeploymentSummary> Deploy(Action<ResourceStep> done, CancellationToken cancellationToken);

/// <summary>
/// <c>POST /_local/deploy</c>: a line of JSON for each step as it is done, and a last one with <c>summary</c>, or with <c>error</c>. A
/// deployment may take
/// minutes, and its end is not known at its start, so the status is 200 either way.
/// </summary>
internal static class DeployApi
{
    private const string LineDelimitedJson = "application/x-ndjson";

    public static void Map(RouteGroupBuilder route, Deploy deploy) =>
        route.MapPost("", (HttpContext http) => AnswerAsync(http.Response, deploy, http.RequestAborted));

    private static async Task AnswerAsync(HttpResponse response, Deploy deploy, CancellationToken cancellationToken)
    {
        response.ContentType = LineDelimitedJson;
        var lines = System.Threading.Channels.Channel.CreateUnbounded<DeployLine>();
        var deploying = DeployAsync(deploy, lines.Writer, cancellationToken);
        await response.StartAsync(cancellationToken);
        await foreach (var line in lines.Reader.ReadAllAsync(cancellationToken))
        {
            await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, DeployJson.Default.DeployLine), cancellationToken);
            await response.Body.WriteAsync("\n"u8.ToArray(), cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }

        await deploying;
    }

    private static async Task DeployAsync(Deploy deploy, ChannelWriter<DeployLine> lines, CancellationToken cancellationToken)
    {
        // Not on the request's thread: the program runs for a while before the first step.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var summary = await deploy(step => lines.TryWrite(new() { Step = step }), cancellationToken);
            lines.TryWrite(new() { Summary = summary });
        }
        catch (Exception e) when (
            e is ResourceFailedException or RunException or FormatException or AggregateException or UpdateInProgressException)
        {
            lines.TryWrite(new() { Error = e.Message });
        }
        finally
        {
            lines.Complete();
        }
    }
}
