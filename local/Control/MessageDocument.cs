using Microsoft.AspNetCore.Http;

namespace Engagement.Local.Control;

/// <summary>The HTML of a message as a document of its own, which looks as its writer wants and does nothing.</summary>
internal static class MessageDocument
{
    // No script, no form, nothing from elsewhere.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";

    /// <summary>Answers with the document. The console alone may frame it.</summary>
    public static IResult Answer(string html, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XFrameOptions = "SAMEORIGIN";
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
