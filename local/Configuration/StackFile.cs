using System.Text.RegularExpressions;
using Engagement.Local.Configuration.Yaml;

namespace Engagement.Local.Configuration;

/// <summary>An environment's <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
internal static partial class StackFile
{
    /// <summary>The settings that a stack's file gives.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">Stack, such as <c>dev</c>.</param>
    /// <param name="secrets">Stands in for each encrypted value.</param>
    /// <exception cref="FormatException">There is no such file, or Pulumi would not take it; the message says which and where.</exception>
    public static Dictionary<ConfigKey, ConfigValue> Read(PulumiProject project, string stack, Func<string, string> secrets)
    {
        var values = new Dictionary<ConfigKey, ConfigValue>();
        foreach (var member in Settings(PathOf(project, stack)))
        {
            var key = ConfigKey.Parse(member.Key, project.Name, member.Place);
            if (!values.TryAdd(key, ConfigValue.From(member.Value, () => secrets(key.ToString()))))
            {
                throw member.Place.Wrong($"{member.Key}: is set before as {key}, too.");
            }
        }

        return values;
    }

    private static string PathOf(PulumiProject project, string stack)
    {
        var path = Path.Combine(project.StackDirectory, $"Pulumi.{stack}.yaml");
        return StackName().IsMatch(stack) && File.Exists(path)
            ? path
            : throw new FormatException(
                $"There is no stack '{stack}': '{path}' does not exist. " +
                $"{(project.Stacks is { Count: > 0 } stacks ? $"There are: {string.Join(", ", stacks)}." : "There are none.")}");
    }

    private static IReadOnlyList<YamlMember> Settings(string path)
    {
        var root = YamlReader.Read(path);
        if (root is null or YamlScalar { Value: null })
        {
            return [];
        }

        var map = root as YamlMap ?? throw root.Place.Wrong("it is no map; a stack's file holds config: with the stack's keys.");
        if (map.Find("environment") is { Value.IsEmpty: false } environment)
        {
            throw environment.Place.Wrong(
                "environment: is Pulumi ESC, which neither the local cloud nor the plans can open; " +
                "set its values under config:, or leave this stack to 'pulumi up'.");
        }

        return map.Find("config")?.Value switch
        {
            YamlMap config => config.Members,
            null or YamlScalar { Value: null } => [],
            var other => throw other.Place.Wrong("config: is no map of keys and values."),
        };
    }

    // https://www.pulumi.com/docs/iac/concepts/stacks/#stack-naming: of a qualified name, the file has the last part.
    [GeneratedRegex("^[A-Za-z0-9_.-]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex StackName();
}
