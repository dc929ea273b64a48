using Engagement.Local.Aws;
using Engagement.Local.Cloud;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Engagement.Local.Server;

/// <summary>Takes AWS calls off the wire: the signature says who calls and which service is meant.</summary>
internal static class AwsAdapter
{
    public static async Task HandleAsync(HttpContext http, LocalCloud cloud)
    {
        var scope = CredentialScope.Parse(http.Request.Headers.Authorization);
        if (scope is null)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await http.Response.WriteAsJsonAsync(
                new
                {
                    message = "Missing Authentication Token",
                    hint = "AWS calls are signed; the control API is under /_local, the "
                    + "deployed APIs under /_api."
                },
                http.RequestAborted);
            return;
        }

        var request = await ReadAsync(http, cloud.CallerOf(scope.AccessKeyId) with { IsOverTls = IsOverTls(http.Request) });
        try
        {
            await WriteAsync(http.Response, await cloud.Endpoint.SendAsync(scope.SigningName, request, http.RequestAborted));
        }
        catch (DroppedConnectionException)
        {
            // A fault that was asked for: the caller sees a connection that broke.
            http.Abort();
        }
    }

    // A client that speaks plain HTTP to this machine speaks TLS to AWS. One that would not says so as a proxy does that ends TLS for
    // others.
    private static bool IsOverTls(HttpRequest request) =>
        !string.Equals(request.Headers["X-Forwarded-Proto"], Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase);

    private static async Task<AwsRequest> ReadAsync(HttpContext http, Principal caller)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);

        // The raw target, because ASP.NET decodes paths, and an encoded slash in an endpoint id is not a slash.
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        return new AwsRequest
        {
            Method = http.Request.Method.ToUpperInvariant(),
            Path = question < 0 ? target : target[..question],
            Query = question < 0 ? "" : target[(question + 1)..],
            Headers =
                http.Request.Headers.ToDictionary(
                    header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = body.ToArray(),
            Caller = caller,
        };
    }

    private static async Task WriteAsync(HttpResponse http, AwsResponse response)
    {
        http.StatusCode = response.StatusCode;
        http.ContentType = response.ContentType;
        http.ContentLength = response.Body.Length;
        foreach (var (name, value) in response.Headers)
        {
            http.Headers[name] = value;
        }

        http.Headers.TryAdd("x-amzn-RequestId", Guid.NewGuid().ToString());
        await http.Body.WriteAsync(response.Body, http.HttpContext.RequestAborted);
    }
}
