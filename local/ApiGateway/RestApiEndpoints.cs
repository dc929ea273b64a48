using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Engagement.Local.ApiGateway;

/// <summary>Serves REST APIs over HTTP at <c>/_api/{apiId}/{stage}/…</c>.</summary>
internal static class RestApiEndpoints
{
    private const string Prefix = "/_api/";

    /// <summary>
    /// Longest request line that the server takes, so that API Gateway's own limit counts. Kestrel's default of 8 KB is less.
    /// </summary>
    private const int LongestRequestLine = 16 * 1024;

    /// <summary>Largest body that API Gateway takes, 10 MB.</summary>
    private const int LargestBody = 10 * 1024 * 1024;

    /// <summary>Raises the server's limits above API Gateway's.</summary>
    public static void RaiseLimits(KestrelServerLimits limits) => limits.MaxRequestLineSize = LongestRequestLine;

    /// <summary>Adds the routes.</summary>
    public static IEndpointConventionBuilder MapRestApis(this IEndpointRouteBuilder routes, Func<RestApis> apis) =>
        routes.Map(Prefix + "{apiId}/{stage}/{**path}", context => ServeAsync(context, apis()));

    private static async Task ServeAsync(HttpContext context, RestApis apis)
    {
        var response = await apis.HandleAsync(await RequestAsync(context), context.RequestAborted);
        context.Response.StatusCode = response.StatusCode;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
    }

    /// <summary>The request as it was sent: routing has decoded the path, so it is read from the request line.</summary>
    private static async Task<StageRequest> RequestAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = (question < 0 ? target : target[..question])[Prefix.Length..].Split('/', 3);
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LargestBody;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new()
        {
            ApiId = path[0],
            Stage = path[1],
            Method = context.Request.Method.ToUpperInvariant(),
            Path = "/" + (path.Length > 2 ? path[2] : ""),
            Query = question < 0 ? "" : target[(question + 1)..],
            Headers = [
                .. context.Request.Headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")))
            ],
            Body = body.ToArray(),
            Protocol = context.Request.Protocol,
            SourceIp = context.Connection.RemoteIpAddress?.ToString() ?? "",
        };
    }
}
