using Engagement.Infra.Configuration;
using Engagement.Local.Cloud;
using Engagement.Local.Definitions;
using Engagement.Local.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Local.Control;

/// <summary><c>/_local/definitions</c>: the files that are deployed and those in the folder, checking and saving them.</summary>
internal static class DefinitionsApi
{
    /// <summary>A file as it is to be.</summary>
    /// <param name="Path">Its path below the folder.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Before">The text that was changed; null of a new file. Another text in the folder is not overwritten.</param>
    internal sealed record Draft(string? Path, string? Text, string? Before);

    /// <summary>Files to check or to save, all of them or none.</summary>
    internal sealed record Drafts(IReadOnlyList<Draft>? Files);

    public static void Map(RouteGroupBuilder route, Func<LocalCloud> cloud)
    {
        route.MapGet("", () => Deployed(cloud(), deployed => Results.Json(new
        {
            folder = deployed.Stack.Directory,
            platform = deployed.Stack.Limits.Platform,
            files = States(deployed),
        })));
        route.MapGet("files/{**path}", (string path) => Deployed(cloud(), deployed => File(deployed, path)));
        route.MapPost("check", (HttpRequest request) => RequestBody.ReadAsync<Drafts>(request, drafts => Task.FromResult(
            Deployed(cloud(), deployed => Drafted(drafts, deployed.Saved, files =>
                Results.Json(new { errors = files.Check(deployed.Stack.Limits) }))))));
        route.MapPut("", (HttpRequest request) => RequestBody.ReadAsync<Drafts>(request, drafts => Task.FromResult(
            Deployed(cloud(), deployed => Save(deployed, drafts)))));
        route.MapGet("schemas/{name}", Schema);
    }

    private static IEnumerable<object> States(DeployedFiles deployed)
    {
        var (saved, files) = (deployed.Saved, deployed.Files);
        return
            from path in saved.Paths.Union(files.Paths, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            select new
            {
                path,
                state = saved.IsSame(path, files) ? "deployed"
                    : files.Text(path) is null ? "new"
                    : saved.Text(path) is null ? "removed"
                    : "changed",
            };
    }

    private static IResult File(DeployedFiles deployed, string path) =>
        (deployed.Saved.Text(path), deployed.Files.Text(path)) is var (saved, before) && (saved ?? before) is not null
            ? Results.Json(new { path, saved, deployed = before })
            : Refusal.NotFound($"The definitions have no file '{path}'.");

    private static IResult Save(DeployedFiles deployed, Drafts drafts)
    {
        var saved = deployed.Saved;
        if (drafts.Files?.FirstOrDefault(draft => draft.Path is not null && saved.Text(draft.Path) != draft.Before) is { } stale)
        {
            return Refusal.Conflict(
                $"{stale.Path} was changed in the folder meanwhile. Load it again, and make the change there.");
        }

        return Drafted(drafts, saved, files =>
        {
            var errors = deployed.Save(files);
            return errors.Count == 0
                ? Results.NoContent()
                : Results.Json(
                    new { message = string.Join('\n', errors), errors }, statusCode: StatusCodes.Status400BadRequest);
        });
    }

    private static IResult Drafted(Drafts drafts, DefinitionFiles saved, Func<DefinitionFiles, IResult> answer)
    {
        var files = drafts.Files ?? [];
        var wrong = files.FirstOrDefault(draft => draft.Text is null || draft.Path is null || !DefinitionPath.IsDefinition(draft.Path));
        return wrong is null
            ? answer(files.Aggregate(saved, (all, draft) => all.With(draft.Path!, draft.Text!)))
            : Refusal.BadRequest(
                $"'{wrong.Path}' is no file of definitions with a text: it is a .yaml file of the folder, or a file of a template, such as "
                    + "templates/welcome/email.html.");
    }

    // The editors' schemas belong to the code, whatever folder holds the definitions.
    private static IResult Schema(string name)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "definitions", "schemas");
        var file = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).FirstOrDefault(each => Path.GetFileName(each) == $"{name}.schema.json")
            : null;
        return file is null
            ? Refusal.NotFound($"There is no schema '{name}'.")
            : Results.Bytes(System.IO.File.ReadAllBytes(file), "application/json");
    }

    private static IResult Deployed(LocalCloud cloud, Func<DeployedFiles, IResult> answer) => cloud.Definitions is { } deployed
        ? answer(deployed)
        : Refusal.NoDefinitions;
}
