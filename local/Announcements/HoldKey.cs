using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Engagement.Local.Announcements;

/// <summary>Writes the key <c>hold</c> of an announcement into its file, or takes it out; every other line stays as it is.</summary>
internal static class HoldKey
{
    private const string Key = "hold";

    /// <summary>The file's text with the announcement held or not.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="announcement">The announcement's name.</param>
    /// <param name="held">Whether its events are to wait.</param>
    /// <exception cref="FormatException">The announcement is not written as a block there, one key a line; the message says so.</exception>
    public static string Write(string text, string announcement, bool held)
    {
        var body = BodyOf(text, announcement);
        var lines = text.Split('\n').ToList();
        if (body.Children.Keys.FirstOrDefault(key => IsNamed(key, Key)) is { } present)
        {
            lines.RemoveAt(LineOf(present));
        }

        if (held)
        {
            var first = body.Children.Keys.First();
            var end = lines[LineOf(first)].EndsWith('\r') ? "\r" : "";
            lines.Insert(LineOf(first), $"{new string(' ', (int)first.Start.Column - 1)}{Key}: true{end}");
        }

        return string.Join('\n', lines);
    }

    private static YamlMappingNode BodyOf(string text, string announcement)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents is [{ RootNode: YamlMappingNode root }]
                && Find(root, "announcements") is YamlMappingNode announcements
                && Find(announcements, announcement) is YamlMappingNode { Style: not YamlDotNet.Core.Events.MappingStyle.Flow } body
                && body.Children.Count > 0
                    ? body
                    : throw new FormatException(
                        $"announcements.yaml: '{announcement}' is not written as a block with a line for each key; write the key '{Key}' "
                            + "there by hand.");
        }
        catch (YamlException exception)
        {
            throw new FormatException($"announcements.yaml:{exception.Start.Line}: {exception.Message}", exception);
        }
    }

    private static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(child => IsNamed(child.Key, key)).Value;

    private static bool IsNamed(YamlNode node, string name) => node is YamlScalarNode scalar && scalar.Value == name;

    private static int LineOf(YamlNode key) => (int)key.Start.Line - 1;
}
