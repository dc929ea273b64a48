using Engagement.Local.Cloud;
using Engagement.Local.Http;
using Engagement.Local.Sqs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>/_local/queues</c>: all queues, and one with its first messages.</summary>
internal static class QueuesApi
{
    /// <summary>Messages of a queue that are shown; there may be hundreds of thousands.</summary>
    private const int Most = 50;

    public static void Map(RouteGroupBuilder route, Func<LocalCloud> cloud)
    {
        route.MapGet("", () => Results.Json(cloud().Service<SqsService>().States()));
        route.MapGet("{name}", (string name) => One(cloud().Service<SqsService>(), name));
    }

    private static IResult One(SqsService queues, string name) => queues.Look(name, Most) is var (arn, state, messages)
        ? Results.Json(new { arn, state.Name, state.Visible, state.InFlight, state.Delayed, state.DeadLetterOf, messages })
        : Refusal.NotFound($"There is no queue '{name}'.");
}
