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
            Path.Combine("AwsSdk", "schemas.mjs"), Files(package, "dist-es/schemas", "*.js"), SchemaContext.Default.IReadOnlyListSchemaFile, cancellation);
        var declarations = await workspace.Declarations.ReadAsync(Files(package, "dist-types/models", "*.d.ts"), cancellation);
        var model = new ServiceModel(service.Value, schemas, new EnumerationIndex(declarations));
        return
        [
            .. ServiceWriter.Write(model),
            .. model.Operations.Select(operation => OperationWriter.Write(model, operation)),
            .. model.Structures.Select(structure => StructureWriter.Write(model, structure)),
            .. model.Errors.Select(error => ErrorWriter.Write(model, error)),
            .. model.Enumerations.Select(enumeration => EnumerationWriter.Write(model.Service, enumeration)),
        ];
    }

    private static IReadOnlyList<string> Files(string package, string folder, string pattern)
        => [.. Directory.EnumerateFiles(Path.Combine(package, folder), pattern).Order(StringComparer.Ordinal)];
}
