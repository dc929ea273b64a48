using CompatGenerator.Declarations;

namespace CompatGenerator.PulumiAws;

/// <summary>A resource or function as the npm package has it.</summary>
internal sealed record SourceItem(string Module, string Name, IReadOnlyList<Declaration> Declarations, Script Script);

/// <summary>Everything read of the npm package.</summary>
internal sealed record PulumiAwsSource
{
    public required IReadOnlyList<SourceItem> Resources { get; init; }

    public required IReadOnlyList<SourceItem> Functions { get; init; }

    public required IReadOnlyList<Declaration> Inputs { get; init; }

    public required IReadOnlyList<Declaration> Outputs { get; init; }

    /// <summary>Enumerations by module.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Declaration>> Enums { get; init; }

    /// <summary>All files of the modules whose names are wanted.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<DeclarationFile>> Modules { get; init; }

    public static async Task<PulumiAwsSource> ReadAsync(
        Workspace workspace,
        string package,
        PulumiAwsList list,
        CancellationToken cancellation)
    {
        var folder = await workspace.Packages.FolderAsync(package, cancellation);
        var resources = list.Resources
            .SelectMany(module => module.Value.Order(StringComparer.Ordinal), (module, name) => (Module: module.Key, Name: name))
            .Append((Module: "", Name: "Provider"))
            .ToList();
        var functions = list.Functions.Order(StringComparer.Ordinal).Select(name => (Module: "", Name: name)).ToList();
        var items = resources.Concat(functions).ToList();
        var modulesWithEnums = list.Modules.Keys.Append("")
            .Order(StringComparer.Ordinal)
            .Where(module => System.IO.File.Exists(EnumFile(folder, module)))
            .ToList();

        var declarations = await workspace.Declarations.ReadAsync(
            [
                .. items.Select(item => File(item, "d.ts")),
                Path.Combine(folder, "types", "input.d.ts"),
                Path.Combine(folder, "types", "output.d.ts"),
                .. modulesWithEnums.Select(module => EnumFile(folder, module)),
            ],
            cancellation);
        var scripts = await workspace.Declarations.ReadAsync(
            Path.Combine("PulumiAws", "scripts.mjs"),
            [.. items.Select(item => File(item, "js"))],
            ScriptContext.Default.IReadOnlyListScript,
            cancellation);

        var read = items.Select((item, index) => new SourceItem(item.Module, item.Name, declarations[index].Declarations, scripts[index]))
            .ToList();
        return new PulumiAwsSource
        {
            Resources = read[..resources.Count],
            Functions = read[resources.Count..],
            Inputs = declarations[items.Count].Declarations,
            Outputs = declarations[items.Count + 1].Declarations,
            Enums = modulesWithEnums.Select((module, index) => (module, declarations[items.Count + 2 + index].Declarations)).ToDictionary(),
            Modules = await ModulesAsync(workspace, folder, list, cancellation),
        };

        string File((string Module, string Name) item, string extension) =>
            Path.Combine(folder, item.Module, $"{Naming.Camel(item.Name)}.{extension}");
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<DeclarationFile>>> ModulesAsync(
        Workspace workspace,
        string folder,
        PulumiAwsList list,
        CancellationToken cancellation)
    {
        var files = list.ImportedModules
            .SelectMany(module =>
                Directory.EnumerateFiles(Path.Combine(folder, module), "*.d.ts")
                    .Order(StringComparer.Ordinal)
                    .Select(file => (Module: module, File: file)))
            .ToList();
        var declarations = await workspace.Declarations.ReadAsync([.. files.Select(file => file.File)], cancellation);
        return files.Zip(declarations).GroupBy(file => file.First.Module)
            .ToDictionary(
                module => module.Key,
                IReadOnlyList<DeclarationFile> (module) => [.. module.Select(file => file.Second)],
                StringComparer.Ordinal);
    }

    private static string EnumFile(string folder, string module) => Path.Combine(folder, "types", "enums", module, "index.d.ts");
}
