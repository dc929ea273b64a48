using Engagement.Infra.Configuration;
using Engagement.Local.Configuration;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies;

/// <summary>The environments of this repository, and what their stacks declare.</summary>
internal static class Environments
{
    /// <summary>All that have a <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
    public static IEnumerable<string> Stacks =>
        Directory.EnumerateFiles(RepositoryRoot.Path, "Pulumi.*.yaml")
            .Select(file => Path.GetFileName(file).Split('.')[1])
            .Order(StringComparer.Ordinal);

    /// <summary>The platform that a stack's settings choose.</summary>
    public static string PlatformOf(string stack) =>
        StackConfiguration.Read(RepositoryRoot.Path, stack, Secret).Values.GetValueOrDefault("engagement:platform", "pinpoint");

    /// <summary>What a stack declares with these settings in addition to its own.</summary>
    public static async Task<DeclaredGraph> DeclareAsync(string stack, IEnumerable<(string Key, string Value)> settings)
    {
        var configuration = settings.Aggregate(
            StackConfiguration.Read(RepositoryRoot.Path, stack, Secret).WithNeededSecrets(Secret),
            (known, setting) => known.With(setting.Key, setting.Value));
        return new(configuration, (await RecordingEngine.RunAsync(configuration)).Resources);
    }

    private static string Secret(string key) => $"the-secret-value-of-the-setting-{key}";
}
