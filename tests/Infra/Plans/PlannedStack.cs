using System.Collections.Concurrent;
using Engagement.Infra.Configuration;
using Engagement.Local.Plans;
using Pulumi;

namespace Infra.Tests.Plans;

/// <summary>Plans of this repository's stacks, changed as an operator would change them.</summary>
internal static class PlannedStack
{
    public static PlanFiles Files { get; } = new(RepositoryRoot.Path);

    private static readonly ConcurrentDictionary<string, Task<string>> Made = new();

    /// <summary>The plan of an environment with these settings in addition; made once.</summary>
    public static Task<string> OfAsync(string stack, params (string Key, string Value)[] settings) =>
        Made.GetOrAdd($"{stack} {string.Join(' ', settings)}", _ => AnewAsync(stack, settings));

    /// <summary>The same, made again.</summary>
    public static Task<string> AnewAsync(string stack, params (string Key, string Value)[] settings) =>
        StackPlan.WriteAsync(
            settings.Aggregate(Files.ConfigurationOf(stack), (known, setting) => known.With(setting.Key, setting.Value)),
            CancellationToken.None);

    /// <summary>The plan of <c>dev</c> with a resource's arguments changed.</summary>
    public static Task<string> WithAsync<T>(string resource, Action<T> change)
        where T : ResourceArgs => StackPlan.WriteAsync(
            Files.ConfigurationOf("dev"),
            [
                args =>
                {
                    if (args.Resource.GetResourceName() == resource && args.Args is T typed)
                    {
                        change(typed);
                    }

                    return null;
                },
            ],
            CancellationToken.None);

    /// <summary>The plan of <c>dev</c> with a file of its definitions changed.</summary>
    public static async Task<string> WithDefinitionAsync(string file, string before, string after)
    {
        var folder = Directory.CreateTempSubdirectory("definitions");
        try
        {
            var source = Path.Combine(RepositoryRoot.Path, "definitions");
            foreach (var each in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder.FullName, Path.GetRelativePath(source, each));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(each, target);
            }

            var changed = Path.Combine(folder.FullName, file);
            var text = await File.ReadAllTextAsync(changed);
            Assert.Contains(before, text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(changed, text.Replace(before, after, StringComparison.Ordinal));
            return await AnewAsync("dev", ("definitions:directory", folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What the diff takes out and puts in, without the white space around it.</summary>
    public static (string[] Removed, string[] Added) Difference(string before, string after)
    {
        var lines = UnifiedDiff.Hunks(before, after);
        return ([.. Of('-')], [.. Of('+')]);

        IEnumerable<string> Of(char sign) => lines.Where(line => line[0] == sign).Select(line => line[1..].Trim());
    }
}
