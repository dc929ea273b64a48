using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Local.Configuration.Yaml;

namespace Engagement.Local.Configuration;

/// <summary>The value of a setting as Pulumi keeps it: a text, or a list or map.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Content">Text, list or map; with stand-ins for what is encrypted.</param>
/// <param name="IsStructured">Whether it is handed on as JSON.</param>
/// <param name="IsSecret">Whether it, or a part of it, is encrypted.</param>
internal sealed record ConfigValue(YamlPlace Place, JsonNode? Content, bool IsStructured, bool IsSecret)
{
    /// <summary>As it is in <c>PULUMI_CONFIG</c>.</summary>
    public string Text => IsStructured ? Content?.ToJsonString() ?? "null" : Content!.GetValue<string>();

    /// <summary>The value that a file gives.</summary>
    /// <param name="tree">What stands in the file.</param>
    /// <param name="secret">Stands in for each encrypted text.</param>
    public static ConfigValue From(StackYaml tree, Func<string> secret)
    {
        var isSecret = false;
        var content = tree is YamlScalar scalar ? JsonValue.Create(scalar.Text) : tree.ToJson(() =>
        {
            isSecret = true;
            return secret();
        });
        return new(tree.Place, content, tree is YamlList or YamlMap { IsEncrypted: false }, isSecret);
    }

    /// <summary>The same as a part of a map: there a text of digits, <c>true</c> or <c>false</c> becomes what it looks like.</summary>
    public JsonNode? AsPart()
    {
        var text = IsStructured || IsSecret ? null : Text;
        return text is "true" or "false" ? JsonValue.Create(text == "true")
            : text is not (null or ['0', _, ..]) &&
              long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
            : Content?.DeepClone();
    }
}
