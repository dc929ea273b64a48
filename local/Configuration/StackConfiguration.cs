using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Engagement.Local.Configuration;

/// <summary>An environment's configuration as its <c>Pulumi.&lt;stack&gt;.yaml</c> gives it to the program.</summary>
internal sealed record StackConfiguration
{
    // Pulumi's project, and the namespace of keys that name none.
    private const string Project = "engagement";

    private const string Secure = "secure";

    /// <summary>Stack, such as <c>dev</c>.</summary>
    public required string Stack { get; init; }

    /// <summary>Values by full key, such as <c>pixel:rateLimit</c>; structured ones as JSON text.</summary>
    public required ImmutableSortedDictionary<string, string> Values { get; init; }

    /// <summary>Keys whose values are secret.</summary>
    public required ImmutableSortedSet<string> SecretKeys { get; init; }

    /// <summary>The AWS region that the stack is for.</summary>
    public string Region => Values.GetValueOrDefault("aws:region")
        ?? throw new FormatException($"Pulumi.{Stack}.yaml: aws:region is missing; set it with 'pulumi config set aws:region eu-west-1'.");

    /// <summary>The value that <c>PULUMI_CONFIG</c> would have.</summary>
    public string ToJson() => JsonSerializer.Serialize(Values);

    /// <summary>Reads a stack's file.</summary>
    /// <param name="directory">Folder with the <c>Pulumi.*.yaml</c> files.</param>
    /// <param name="stack">Stack, such as <c>dev</c>.</param>
    /// <param name="secrets">Stands in for each encrypted value: this machine has not the key to it.</param>
    /// <exception cref="FormatException">There is no such file, or it is not one of Pulumi's; the message says which and where.</exception>
    public static StackConfiguration Read(string directory, string stack, Func<string, string> secrets)
    {
        var file = Path.Combine(directory, $"Pulumi.{stack}.yaml");
        if (!File.Exists(file))
        {
            var stacks = Directory.GetFiles(directory, "Pulumi.*.yaml").Select(path => Path.GetFileName(path).Split('.')[1]).Order(StringComparer.Ordinal);
            throw new FormatException($"There is no stack '{stack}': '{file}' does not exist. There are: {string.Join(", ", stacks)}.");
        }

        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var secretKeys = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (key, value) in Config(file))
        {
            if (value is YamlMappingNode { Children.Count: 1 } mapping && mapping.Children.Keys.Single() is YamlScalarNode { Value: Secure })
            {
                secretKeys.Add(key);
                values[key] = secrets(key);
            }
            else
            {
                values[key] = value is YamlScalarNode scalar ? scalar.Value ?? "" : Json(value)!.ToJsonString();
            }
        }

        return new() { Stack = stack, Values = values.ToImmutable(), SecretKeys = secretKeys.ToImmutable() };
    }

    /// <summary>The same with one more secret, unless the stack sets it already.</summary>
    public StackConfiguration WithDefaultSecret(string key, string value) =>
        Values.ContainsKey(key) ? this : this with { Values = Values.Add(key, value), SecretKeys = SecretKeys.Add(key) };

    /// <summary>The same with another value.</summary>
    public StackConfiguration With(string key, string value) => this with { Values = Values.SetItem(key, value) };

    private static IEnumerable<(string Key, YamlNode Value)> Config(string file)
    {
        var yaml = new YamlStream();
        try
        {
            using var reader = File.OpenText(file);
            yaml.Load(reader);
        }
        catch (YamlException e)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}:{e.Start.Line}:{e.Start.Column}: {e.Message}"), e);
        }

        if (yaml.Documents is not [{ RootNode: YamlMappingNode root }] || !root.Children.TryGetValue("config", out var config) || config is not YamlMappingNode keys)
        {
            throw new FormatException($"{Path.GetFileName(file)}: it has no 'config:' with the stack's keys.");
        }

        return keys.Children.Select(pair => (Qualified(((YamlScalarNode)pair.Key).Value!), pair.Value));
    }

    private static string Qualified(string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{Project}:{key}";

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value ?? ""),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static JsonValue? Plain(string text) =>
        text is "" or "null" or "~" ? null
        : bool.TryParse(text, out var flag) ? JsonValue.Create(flag)
        : double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : JsonValue.Create(text);
}
