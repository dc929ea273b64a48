using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Engagement.Local.Http;

/// <summary>
/// Keeps web pages away from what belongs to the person at this machine. A page of any site can send requests to the loopback interface,
/// and can give its own host name this machine's address. A browser tells both, by <c>Host</c>, <c>Origin</c> and <c>Sec-Fetch-Site</c>.
/// Other clients send no such thing.
/// </summary>
internal static class BrowserGuard
{
    private const string FetchSite = "Sec-Fetch-Site";

    private static readonly string[] OwnHosts = ["127.0.0.1", "localhost", "[::1]"];

    // What no page but the cloud's own may call; "none" is an address that a person typed or opened from outside a browser.
    private static readonly string[] OwnSites = ["same-origin", "none"];

    /// <summary>
    /// Lets pages of all origins load what the stack deploys, such as the pixel, and nothing else. No page may frame the rest.
    /// </summary>
    public static Task RefuseForeignPagesAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsOwnHost(http.Request))
        {
            return RefuseAsync(
                http, "This local cloud answers for 127.0.0.1, localhost and [::1] alone, and the header Host names another.");
        }

        if (http.Request.Path.StartsWithSegments("/_api", StringComparison.Ordinal))
        {
            return next(http);
        }

        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        return IsForeign(http.Request)
            ? RefuseAsync(http, "A web page of another origin asks for this; only the APIs under /_api are for such pages.")
            : next(http);
    }

    /// <summary>Lets no browser in at all.</summary>
    public static Task RefuseBrowsersAsync(HttpContext http, RequestDelegate next) =>
        !IsOwnHost(http.Request) || http.Request.Headers.ContainsKey(FetchSite) || http.Request.Headers.Origin.Count > 0
            ? RefuseAsync(http, "This is for functions alone, and not for browsers.")
            : next(http);

    private static bool IsOwnHost(HttpRequest request) => OwnHosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase);

    private static bool IsForeign(HttpRequest request) =>
        IsOther(request.Headers.Origin, [$"{request.Scheme}://{request.Host.Value}"]) || IsOther(request.Headers[FetchSite], OwnSites);

    // A header that is there once has to be one of these; one that is there twice is none of them.
    private static bool IsOther(StringValues header, IReadOnlyList<string> own) =>
        header.Count > 0 && !own.Contains(header.ToString(), StringComparer.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext http, string message)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsJsonAsync(new { message }, http.RequestAborted);
    }
}
