using CompatGenerator.Declarations;
using CompatGenerator.Npm;
using CompatGenerator.Writing;

namespace CompatGenerator.PulumiAws;

/// <summary>
/// Generates <c>compat/Pulumi.Aws</c> from the npm package <c>@pulumi/aws</c>, in the shape of the C# SDK of the same version.
/// </summary>
internal sealed class PulumiAwsGenerator : IGenerator
{
    private const string Package = "@pulumi/aws";

    public string Output => "compat/Pulumi.Aws";

    public async Task<IReadOnlyList<GeneratedFile>> GenerateAsync(Workspace workspace, CancellationToken cancellation)
    {
        var list = PulumiAwsList.Read(Workspace.OwnFile("PulumiAws", "pulumi-aws.yaml"));
        var naming = new Naming(list);
        var source = await PulumiAwsSource.ReadAsync(workspace, Package, list, cancellation);
        var resources = source.Resources
            .Select(resource => ResourceModel.From(resource.Module, resource.Name, resource.Declarations, resource.Script, naming))
            .ToList();
        var nested = new NestedTypes(naming, source.Inputs, source.Outputs);
        var files = new SdkFiles(naming, $"{Package} {workspace.Packages.Pinned(Package).Version}");

        files.Add(
            "",
            ["Utilities", "AwsResourceTypeAttribute"],
            null,
            code => UtilitiesWriter.Write(code, workspace.Packages.Pinned(Package).Version));
        foreach (var resource in resources)
        {
            files.Add(resource.Module, [resource.Name, $"{resource.Name}Args"], null, code => WriteResource(code, resource, naming));
        }

        foreach (var function in source.Functions)
        {
            var name = Naming.Pascal(function.Name);
            files.Add(
                "",
                [name, $"{name}Args", $"{name}InvokeArgs", $"{name}Result"],
                null,
                code => FunctionWriter.Write(code, function.Name, function.Declarations, function.Script, naming));
        }

        AddNested(files, resources, nested, naming);
        AddEnums(files, resources, nested, source.Enums);
        AddNames(files, list, new ModuleNames(nested, source.Modules, source.Enums));
        // Writing the files is what uses the exceptions.
        var written = files.All;
        return naming.Unused().ToList() is { Count: > 0 } unused
            ? throw new GeneratorException($"pulumi-aws.yaml has exceptions that apply to nothing: {string.Join(", ", unused)}")
            : written;
    }

    private static void WriteResource(CodeWriter code, ResourceModel resource, Naming naming)
    {
        ResourceWriter.Write(code, resource, new CSharpTypes(naming, resource.Module, Position.Output));
        InputClassWriter.Write(
            code,
            $"{resource.Name}Args",
            "ResourceArgs",
            resource.Args,
            new CSharpTypes(naming, resource.Module, Position.Args));
    }

    private static void AddNested(SdkFiles files, List<ResourceModel> resources, NestedTypes nested, Naming naming)
    {
        foreach (var type in nested.Closure(
            resources.SelectMany(resource => resource.Outputs).Select(property => property.Type),
            Position.Output))
        {
            files.Add(type.Module, [type.Name], "Outputs", code
                => OutputClassWriter.Write(
                    code,
                    type.Name,
                    nested.Properties(type, Position.Output),
                    new CSharpTypes(naming, type.Module, Position.Output)));
        }

        foreach (var type in nested.Closure(
            resources.SelectMany(resource => resource.Args).Select(property => property.Type),
            Position.Args))
        {
            files.Add(type.Module, [$"{type.Name}Args"], "Inputs", code
                => InputClassWriter.Write(
                    code,
                    $"{type.Name}Args",
                    "ResourceArgs",
                    nested.Properties(type, Position.Args),
                    new CSharpTypes(naming, type.Module, Position.Args)));
        }
    }

    private static void AddNames(SdkFiles files, PulumiAwsList list, ModuleNames names)
    {
        foreach (var space in list.Imported)
        {
            var module = list.ModuleOf(space);
            files.AddNames(space, space.EndsWith(".Inputs", StringComparison.Ordinal) ? names.Inputs(module)
                : space.EndsWith(".Outputs", StringComparison.Ordinal)
                    ? throw new GeneratorException($"how to name the types of {space} is not written yet")
                : names.Types(module));
        }
    }

    private static void AddEnums(
        SdkFiles files,
        List<ResourceModel> resources,
        NestedTypes nested,
        IReadOnlyDictionary<string, IReadOnlyList<Declaration>> enums)
    {
        var used = nested.Enums([.. resources.SelectMany(resource => resource.Args).Select(property => property.Type)], Position.Args);
        foreach (var module in used.GroupBy(type => type.Module).OrderBy(module => module.Key, StringComparer.Ordinal))
        {
            var declarations = module.Select(
                type =>
                    enums[module.Key].Single(declaration => declaration.Name == type.Name && declaration.Kind == DeclarationKind.Constant));
            foreach (var declaration in declarations.OrderBy(declaration => declaration.Name, StringComparer.Ordinal))
            {
                files.Add(module.Key, [declaration.Name], null, code => EnumWriter.Write(code, declaration.Name, declaration));
            }
        }
    }
}
