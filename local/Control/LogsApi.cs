using Engagement.Local.CloudWatch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>/_local/logs/groups</c> and <c>/_local/logs/lines</c>: the log groups, and lines of one of them.</summary>
internal static class LogsApi
{
    private const int Most = 1000;

    public static void Map(RouteGroupBuilder route, Func<Logs> logs)
    {
        route.MapGet("groups", () => Results.Json(logs().Groups.Select(group => group.Name)));
        route.MapGet("lines", (string group, string? search, int? limit) => Results.Json(Lines(logs(), group, search, limit ?? Most)));
    }

    private static IEnumerable<LogLine> Lines(Logs logs, string group, string? search, int limit) =>
        logs.Lines(group)
            .Where(line => string.IsNullOrEmpty(search) || line.Text.Contains(search, StringComparison.OrdinalIgnoreCase))
            .TakeLast(Math.Min(limit, Most));
}
