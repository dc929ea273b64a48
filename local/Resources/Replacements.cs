using Engagement.Local.Plans;
using System.Text.Json.Nodes;

namespace Engagement.Local.Resources;

/// <summary>
/// Which inputs the provider cannot change without replacing the resource. It is told in <c>replacements.yaml</c>, with its source.
/// </summary>
internal static class Replacements
{
    private static readonly JsonObject Table = Load();

    private static readonly JsonObject Types = (JsonObject)Table["types"]!;

    private static readonly string[] Everywhere = Paths(Table["everywhere"]);

    /// <summary>The types that it is told of.</summary>
    public static IEnumerable<string> KnownTypes => Types.Select(pair => pair.Key);

    /// <summary>Paths of the inputs whose change replaces a resource of that type; null where nothing is known of it.</summary>
    public static IReadOnlyList<string>? Of(string type) => Types[type] is { } known ? [.. Everywhere, .. Paths(known["replacedBy"])] : null;

    private static string[] Paths(JsonNode? list) => [.. list!.AsArray().Select(path => (string)path!)];

    private static JsonObject Load()
    {
        using var stream = typeof(Replacements).Assembly.GetManifestResourceStream("Engagement.Local.Resources.replacements.yaml")
            ?? throw new InvalidDataException("local/Resources/replacements.yaml is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return PlanYaml.Read("replacements.yaml", reader.ReadToEnd());
    }
}
