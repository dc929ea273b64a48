using CompatGenerator.AwsSdk.Schemas;
using CompatGenerator.AwsSdk.Writers;
using CompatGenerator.Declarations;
using CompatGenerator.Writing;

namespace CompatGenerator.AwsSdk;

/// <summary>Makes the client of one AWS service: what its npm client declares, in the shape of the service's .NET package.</summary>
/// <param name="serviceFile">A file name within <c>Services</c>.</param>
internal sealed class AwsSdkGenerator(string serviceFile) : IGenerator
{
    private readonly Lazy<Service> service = new(() => Service.Read(Workspace.OwnFile("AwsSdk", "Services", serviceFile)));

    public string Output => $"compat/{service.Value.Id}";

    public async Task<IReadOnlyList<GeneratedFile>> GenerateAsync(Workspace workspace, CancellationToken cancellation)
    {
        var package = await workspace.Packages.FolderAsync(service.Value.Package, cancellation);
        var schemas = await workspace.Declarations.ReadAsync(
            Path.Combine("AwsSdk", "schemas.mjs"),
            Files(package, "dist-es/schemas", "*.js"),
            SchemaContext.Default.IReadOnlyListSchemaFile,
            cancellation);
        var declarations = await workspace.Declarations.ReadAsync(Files(package, "dist-types/models", "*.d.ts"), cancellation);
        return ServiceWriter.Write(new ServiceModel(service.Value, schemas, new EnumerationIndex(declarations), Paginated(package)));
    }

    private static IReadOnlyList<string> Paginated(string package)
    {
        const string Suffix = "Paginator.d.ts";
        var folder = Path.Combine(package, "dist-types", "pagination");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, $"*{Suffix}").Select(file => Path.GetFileName(file)[..^Suffix.Length])]
            : [];
    }

    private static IReadOnlyList<string> Files(string package, string folder, string pattern)
        => [.. Directory.EnumerateFiles(Path.Combine(package, folder), pattern).Order(StringComparer.Ordinal)];
}
