using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CompatGenerator.PulumiAws;

/// <summary>The file <c>pulumi-aws.yaml</c>: what to generate, and what the declarations cannot say about it.</summary>
internal sealed class PulumiAwsList
{
    public Dictionary<string, string> Modules { get; set; } = [];

    public SortedDictionary<string, List<string>> Resources { get; set; } = new(StringComparer.Ordinal);

    /// <summary>C# namespaces of the package that code outside <c>compat/</c> imports.</summary>
    public List<string> Imported { get; set; } = [];

    public List<string> Functions { get; set; } = [];

    public HashSet<string> Doubles { get; set; } = [];

    public HashSet<string> Omitted { get; set; } = [];

    public HashSet<string> NestedOutputs { get; set; } = [];

    public Dictionary<string, string> Names { get; set; } = [];

    /// <summary>The modules of these namespaces, empty for the package's root.</summary>
    [YamlIgnore]
    public IReadOnlyList<string> ImportedModules => [.. Imported.Select(ModuleOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The module of a C# namespace: <c>lambda</c> of <c>Pulumi.Aws.Lambda.Inputs</c>.</summary>
    public string ModuleOf(string space) => space.Split('.') is [_, _, var name, ..]
        ? Modules.FirstOrDefault(module => module.Value == name).Key
            ?? throw new GeneratorException($"pulumi-aws.yaml lists {space} as imported and no module for it")
        : "";

    public static PulumiAwsList Read(string file)
    {
        try
        {
            using var reader = File.OpenText(file);
            return new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithDuplicateKeyChecking()
                .Build()
                .Deserialize<PulumiAwsList>(reader);
        }
        catch (YamlException exception)
        {
            throw new GeneratorException(
                $"{file}, line {exception.Start.Line}: {exception.InnerException?.Message ?? exception.Message}",
                exception);
        }
    }
}
