using System.Security.Cryptography;
using Engagement.Local.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Engagement.Local.WebConsole;

/// <summary>The console's files: <c>/_local</c> is its page, <c>/_local/console/…</c> the scripts and styles that the page loads.</summary>
/// <param name="open">Opens a file by its path below <c>web</c>; null where there is none.</param>
internal sealed class ConsoleFiles(Func<string, Stream?> open)
{
    // Scripts and styles come from here alone. A message is shown in a frame that has a policy of its own.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    };

    /// <summary>The files as they were built into this assembly.</summary>
    public static ConsoleFiles Built { get; } = new(path => typeof(ConsoleFiles).Assembly.GetManifestResourceStream($"web/{path}"));

    /// <summary>The files of a folder, read anew at each request: for work on the console itself.</summary>
    public static ConsoleFiles From(string directory) => new(path =>
    {
        // It refuses what would lead out of the folder.
        using var provider = new PhysicalFileProvider(directory);
        return provider.GetFileInfo(path) is { Exists: true, IsDirectory: false } file ? file.CreateReadStream() : null;
    });

    /// <summary>Maps the page and what it loads.</summary>
    public void Map(RouteGroupBuilder local)
    {
        local.MapGet("", (HttpResponse response, CancellationToken cancellationToken) =>
            AnswerAsync(response, "index.html", cancellationToken));
        local.MapGet("console/{**path}", (HttpResponse response, string? path, CancellationToken cancellationToken) =>
            AnswerAsync(response, path ?? "", cancellationToken));
    }

    private async Task<IResult> AnswerAsync(HttpResponse response, string path, CancellationToken cancellationToken)
    {
        await using var file = ContentTypes.TryGetValue(Path.GetExtension(path), out var type) ? open(path) : null;
        if (file is null)
        {
            return Refusal.NotFound($"The console has no file '{path}'.");
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        var bytes = content.ToArray();
        return Results.Bytes(bytes, type, entityTag: Tag(bytes));
    }

    private static EntityTagHeaderValue Tag(byte[] content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
}
