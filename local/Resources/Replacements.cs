using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Engagement.Local.Resources;

/// <summary>
/// Which inputs the provider cannot change without replacing the resource. <c>replacements.yaml</c> says it, with its source, for plans and
/// for the local cloud.
/// </summary>
internal static class Replacements
{
    private static readonly ReplacementTable Known = Load();

    /// <summary>The types that it tells of.</summary>
    public static IEnumerable<string> KnownTypes => Known.Types.Keys;

    /// <summary>Paths of the inputs whose change replaces a resource of that type; null where nothing is known of the type.</summary>
    public static IReadOnlyList<string>? PathsOf(string type) =>
        Known.Types.TryGetValue(type, out var known) ? [.. Known.Everywhere, .. known.ReplacedBy] : null;

    private static ReplacementTable Load()
    {
        using var stream = typeof(Replacements).Assembly.GetManifestResourceStream("Engagement.Local.Resources.replacements.yaml")
            ?? throw new InvalidDataException("local/Resources/replacements.yaml is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .Build()
            .Deserialize<ReplacementTable>(reader);
    }

    // The file as it is written; YamlDotNet sets the properties.
    private sealed class ReplacementTable
    {
        public List<string> Everywhere { get; set; } = [];

        public Dictionary<string, Entry> Types { get; set; } = [];
    }

    private sealed class Entry
    {
        public string Source { get; set; } = "";

        public bool Compared { get; set; }

        public string? Revision { get; set; }

        public List<string> ReplacedBy { get; set; } = [];
    }
}
