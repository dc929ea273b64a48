using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CompatGenerator.PulumiAws;

/// <summary>The file <c>pulumi-aws.yaml</c>: what to generate, and what the declarations cannot say about it.</summary>
internal sealed class PulumiAwsList
{
    public Dictionary<string, string> Modules { get; set; } = [];

    public SortedDictionary<string, List<string>> Resources { get; set; } = new(StringComparer.Ordinal);

    public List<string> Functions { get; set; } = [];

    public HashSet<string> Doubles { get; set; } = [];

    public HashSet<string> Omitted { get; set; } = [];

    public Dictionary<string, string> Names { get; set; } = [];

    public static PulumiAwsList Read(string file)
    {
        try
        {
            using var reader = File.OpenText(file);
            return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build().Deserialize<PulumiAwsList>(reader);
        }
        catch (YamlException exception)
        {
            throw new GeneratorException($"{file}, line {exception.Start.Line}: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }
}
