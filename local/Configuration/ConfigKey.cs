using Engagement.Local.Configuration.Yaml;

namespace Engagement.Local.Configuration;

/// <summary>A setting's key: <c>namespace:name</c>, where the name alone belongs to the project.</summary>
internal readonly record struct ConfigKey(string Namespace, string Name)
{
    // Older files write namespace:config:name.
    private const string OlderModule = "config";

    /// <summary>Reads a key as Pulumi does.</summary>
    /// <exception cref="FormatException">It has more parts than a key has.</exception>
    public static ConfigKey Parse(string text, string project, YamlPlace place) => text.Split(':') switch
    {
        [var name] => new(project, name),
        [var first, var name] => new(first, name),
        [var first, OlderModule, var name] => new(first, name),
        _ => throw place.Wrong($"{text}: is no key; a key is NAMESPACE:NAME, or NAME alone."),
    };

    public override string ToString() => $"{Namespace}:{Name}";
}
