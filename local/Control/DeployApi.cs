using System.Text.Json;
using System.Threading.Channels;
using Engagement.Local.Cloud;
using Engagement.Local.Http;
using Engagement.Local.Plans;
using Engagement.Local.Plans.Comparison;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pulumi;

namespace Engagement.Local.Control;

/// <summary>Deploys the stack again.</summary>
internal delegate Task<DeploymentSummary> Deploy(Action<ResourceStep> done, CancellationToken cancellationToken);

/// <summary>Says what a deployment would change.</summary>
internal delegate Task<PlannedChanges> PlanChanges(CancellationToken cancellationToken);

/// <summary>
/// <c>GET /_local/deploy/changes</c>: what a deployment would change. <c>POST /_local/deploy</c>: a line of JSON for each step as it is
/// done, and a last one with <c>summary</c>, or with <c>error</c>. A deployment may take minutes, and its end is not known at its start,
/// so the status is 200 either way.
/// </summary>
internal static class DeployApi
{
    private const string LineDelimitedJson = "application/x-ndjson";

    public static void Map(RouteGroupBuilder route, Deploy deploy, PlanChanges changes)
    {
        route.MapPost("", (HttpContext http) => AnswerAsync(http.Response, deploy, http.RequestAborted));
        route.MapGet("changes", (CancellationToken cancellationToken) => ChangesAsync(changes, cancellationToken));
    }

    private static async Task<IResult> ChangesAsync(PlanChanges changes, CancellationToken cancellationToken)
    {
        try
        {
            var planned = await changes(cancellationToken);
            return Results.Json(new { planned.People, resources = planned.Resources.Select(Shown) });
        }
        catch (Exception e) when (IsOfTheStack(e))
        {
            return Refusal.BadRequest(e.Message);
        }
    }

    private static object Shown(ResourceChange change) => new
    {
        kind = change.Kind.ToString(),
        change.Name,
        change.Type,
        change.Because,
        change.IsRefused,
        security = SecurityRelevance.Find(change),
        change.Properties,
    };

    private static bool IsOfTheStack(Exception exception) => exception
        is ResourceFailedException or RunException or FormatException or AggregateException or UpdateInProgressException;

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
        catch (Exception e) when (IsOfTheStack(e))
        {
            lines.TryWrite(new() { Error = e.Message });
        }
        finally
        {
            lines.Complete();
        }
    }
}
