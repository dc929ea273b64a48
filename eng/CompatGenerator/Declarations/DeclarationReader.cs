using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompatGenerator.Npm;

namespace CompatGenerator.Declarations;

/// <summary>Reads files of npm packages through scripts that run on Node.js with the TypeScript parser.</summary>
internal sealed class DeclarationReader(NpmPackages packages)
{
    /// <summary>What the declaration files export, in the order of <paramref name="files"/>.</summary>
    public Task<IReadOnlyList<DeclarationFile>> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellation)
        => ReadAsync("declarations.mjs", files, DeclarationContext.Default.IReadOnlyListDeclarationFile, cancellation);

    /// <summary>What <paramref name="script"/>, a file beside the program, writes about <paramref name="files"/> as JSON.</summary>
    public async Task<T> ReadAsync<T>(string script, IReadOnlyList<string> files, JsonTypeInfo<T> json, CancellationToken cancellation)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new GeneratorException($"{missing} does not exist; the package may have moved it, or a name in the list is wrong");
        }

        var environment = new Dictionary<string, string> { ["TYPESCRIPT"] = await packages.FolderAsync("typescript", cancellation) };
        var output = await Tool.RunAsync("node", [Workspace.OwnFile(script), .. files], environment, Path.GetTempPath(), cancellation);
        return JsonSerializer.Deserialize(output, json) ?? throw new GeneratorException($"{script} wrote nothing");
    }
}
