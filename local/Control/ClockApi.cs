using System.Xml;
using Engagement.Local.Clock;
using Engagement.Local.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>/_local/clock</c>: what time it is, and moving on.</summary>
internal static class ClockApi
{
    /// <summary>How far to move.</summary>
    /// <param name="Advance">ISO 8601 duration, such as <c>P1D</c> or <c>PT2H</c>.</param>
    internal sealed record Move(string? Advance);

    public static void Map(RouteGroupBuilder route, Func<VirtualClock> clock)
    {
        route.MapGet("", () => Now(clock()));
        route.MapPost("", (HttpRequest request, CancellationToken cancellationToken) =>
            RequestBody.ReadAsync<Move>(request, move => MoveAsync(move, clock(), cancellationToken)));
    }

    private static async Task<IResult> MoveAsync(Move move, VirtualClock clock, CancellationToken cancellationToken)
    {
        if (Parse(move.Advance) is not { } step || step < TimeSpan.Zero)
        {
            return Refusal.BadRequest($"advance: '{move.Advance}' is not an ISO 8601 duration ahead, such as P1D or PT2H.");
        }

        await clock.AdvanceAsync(step, cancellationToken);
        return Now(clock);
    }

    private static IResult Now(VirtualClock clock) => Results.Json(new { now = clock.GetUtcNow().UtcDateTime });

    private static TimeSpan? Parse(string? duration)
    {
        try
        {
            return duration is null ? null : XmlConvert.ToTimeSpan(duration);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
