using Engagement.Local.ApiGateway;
using Engagement.Local.Cloud;
using Engagement.Local.Http;
using Engagement.Local.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>/_local/requests</c>: the latest 2,000 requests to the deployed APIs, and the way of each.</summary>
internal static class RequestsApi
{
    public static void Map(RouteGroupBuilder route, Func<LocalCloud> cloud)
    {
        route.MapGet("", (string? search, int? limit, string? before) => Results.Json(ListPage.From(
            Newest(cloud()).Where(request => request.Query.Contains(search ?? "", StringComparison.OrdinalIgnoreCase)),
            request => request.Id,
            limit,
            before)));
        route.MapGet("{id}", (string id) => Newest(cloud()).FirstOrDefault(request => request.Id == id) is { } request
            ? Results.Json(RequestTrace.Find(cloud(), request))
            : Refusal.NotFound($"There is no request '{id}' among the latest."));
    }

    private static IEnumerable<LoggedRequest> Newest(LocalCloud cloud) => cloud.Service<RestApis>().Latest.ToList().Reverse();
}
