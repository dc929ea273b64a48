using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Infra.Configuration;
using YamlDotNet.RepresentationModel;

namespace EndToEnd.Tests.Gtm;

/// <summary><c>gtm/template.tpl</c>, taken apart.</summary>
internal sealed partial class TagTemplate
{
    private readonly List<(string Name, string Text)> sections;

    private TagTemplate(string text)
    {
        var parts = Heading.Split(text);
        Assert.Equal("", parts[0].Trim());
        sections = [.. parts.Skip(1).Chunk(2).Select(part => (part[0], part[1].Trim()))];
    }

    public static TagTemplate Shipped { get; } = new(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "gtm", "template.tpl")));

    public IEnumerable<string> Sections => sections.Select(section => section.Name);

    public JsonElement Info => JsonSerializer.Deserialize<JsonElement>(Section("INFO"));

    public string Code => Section("SANDBOXED_JS_FOR_WEB_TEMPLATE");

    /// <summary>Names of its fields, those within groups, too.</summary>
    public IEnumerable<string> Fields => FieldsIn(JsonSerializer.Deserialize<JsonElement>(Section("TEMPLATE_PARAMETERS")));

    /// <summary>Permission → what it allows, as JSON.</summary>
    public string Permissions => JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(Section("WEB_PERMISSIONS"))
        .EnumerateArray()
        .Select(permission => permission.GetProperty("instance"))
        .ToDictionary(instance => instance.GetProperty("key").GetProperty("publicId").GetString()!, Allowed));

    /// <summary>Code that runs before each of its tests.</summary>
    public string Setup => Text(Tests.Children["setup"]);

    /// <summary>Its own tests.</summary>
    public IEnumerable<(string Name, string Code)> Scenarios =>
        ((YamlSequenceNode)Tests.Children["scenarios"])
            .Cast<YamlMappingNode>()
            .Select(scenario => (Text(scenario.Children["name"]), Text(scenario.Children["code"])));

    private YamlMappingNode Tests
    {
        get
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(Section("TESTS")));
            return (YamlMappingNode)stream.Documents[0].RootNode;
        }
    }

    private string Section(string name) => Assert.Single(sections, section => section.Name == name).Text;

    private static string[] Allowed(JsonElement instance) =>
        [.. instance.GetProperty("param").EnumerateArray()
            .Where(parameter => parameter.GetProperty("value").TryGetProperty("listItem", out _))
            .SelectMany(parameter => parameter.GetProperty("value").GetProperty("listItem").EnumerateArray())
            .Select(item => item.GetProperty("string").GetString()!)];

    private static IEnumerable<string> FieldsIn(JsonElement parameters) => parameters.EnumerateArray().SelectMany(parameter =>
        parameter.TryGetProperty("subParams", out var inner) ? FieldsIn(inner) : [parameter.GetProperty("name").GetString()!]);

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    [GeneratedRegex("^___([A-Z_]+)___$", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }
}
