using System.Collections.Immutable;
using System.Text.Json;

namespace Engagement.Local.Configuration;

/// <summary>
/// An environment's configuration as Pulumi gives it to the program: from <c>Pulumi.&lt;stack&gt;.yaml</c>, and from <c>Pulumi.yaml</c>
/// what it leaves open.
/// </summary>
internal sealed record StackConfiguration
{
    /// <summary>Pulumi's project.</summary>
    public string Project { get; init; } = "engagement";

    /// <summary>Stack, such as <c>dev</c>.</summary>
    public required string Stack { get; init; }

    /// <summary>Values by full key, such as <c>pixel:rateLimit</c>; structured ones as JSON text.</summary>
    public required ImmutableSortedDictionary<string, string> Values { get; init; }

    /// <summary>Keys whose values are secret, or have secret parts.</summary>
    public required ImmutableSortedSet<string> SecretKeys { get; init; }

    /// <summary>What stands in for encrypted values, those within lists and maps included.</summary>
    public ImmutableSortedSet<string> StandIns { get; init; } = [];

    /// <summary>Texts that must not be shown.</summary>
    public IReadOnlyCollection<string> Secrets => StandIns.Union(SecretKeys.Select(key => Values[key]));

    /// <summary>The AWS region that the stack is for.</summary>
    public string Region => Values.GetValueOrDefault("aws:region") is { } region && !string.IsNullOrWhiteSpace(region)
        ? region
        : throw new FormatException($"Pulumi.{Stack}.yaml: aws:region is missing; set it with 'pulumi config set aws:region eu-west-1'.");

    /// <summary>The value that <c>PULUMI_CONFIG</c> would have.</summary>
    public string ToJson() => JsonSerializer.Serialize(Values);

    /// <summary>Reads a stack's settings.</summary>
    /// <param name="directory">Folder with <c>Pulumi.yaml</c>.</param>
    /// <param name="stack">Stack, such as <c>dev</c>.</param>
    /// <param name="secrets">Stands in for each encrypted value of a key: this machine has not the key to it.</param>
    /// <exception cref="FormatException">There is no such stack, or Pulumi would not take a file; the message says which, where and
    /// why.</exception>
    public static StackConfiguration Read(string directory, string stack, Func<string, string> secrets)
    {
        var project = PulumiProject.Read(directory);
        var standIns = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var values = StackFile.Read(project, stack, StandIn);
        ProjectConfig.ApplyTo(values, project, stack, StandIn);
        ProjectConfig.Check(values, project, standIns.Contains);
        return new()
        {
            Project = project.Name,
            Stack = stack,
            Values = values.ToImmutableSortedDictionary(pair => pair.Key.ToString(), pair => pair.Value.Text, StringComparer.Ordinal),
            SecretKeys = [.. values.Where(pair => pair.Value.IsSecret).Select(pair => pair.Key.ToString())],
            StandIns = standIns.ToImmutable(),
        };

        string StandIn(string key)
        {
            var value = secrets(key);
            standIns.Add(value);
            return value;
        }
    }

    /// <summary>The same with a stand-in for each secret that the stack needs and does not set.</summary>
    /// <param name="standIn">The stand-in for a setting.</param>
    public StackConfiguration WithNeededSecrets(Func<string, string> standIn) =>
        LocalSecrets.NeededBy(this).Aggregate(this, (known, key) => known.WithDefaultSecret(key, standIn(key)));

    /// <summary>The same with one more secret, unless the stack sets it already.</summary>
    public StackConfiguration WithDefaultSecret(string key, string value) => Values.ContainsKey(key)
        ? this
        : this with { Values = Values.Add(key, value), SecretKeys = SecretKeys.Add(key) };

    /// <summary>The same with another value.</summary>
    public StackConfiguration With(string key, string value) => this with { Values = Values.SetItem(key, value) };
}
