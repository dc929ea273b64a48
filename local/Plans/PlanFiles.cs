using Engagement.Local.Configuration;

namespace Engagement.Local.Plans;

/// <summary>The plans of all environments: <c>plans/&lt;stack&gt;.yaml</c> for each <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
/// <param name="repository">Folder with <c>Pulumi.yaml</c>.</param>
internal sealed class PlanFiles(string repository)
{
    /// <summary>Folder of the plans, within the repository.</summary>
    public const string Folder = "plans";

    /// <summary>The environments, in order.</summary>
    public IReadOnlyList<string> Stacks => PulumiProject.Read(repository).Stacks;

    /// <summary>The page of the journeys' charts, which is written with the plans.</summary>
    public JourneyChartsPage Charts { get; } = new(repository);

    /// <summary>Plans of environments that are no more.</summary>
    public IReadOnlyList<string> Left => Directory.Exists(Path.Combine(repository, Folder))
        ? [
            .. Directory.GetFiles(Path.Combine(repository, Folder), "*.yaml")
                .Select(Path.GetFileNameWithoutExtension)
                .OfType<string>()
                .Except(Stacks)
                .Order(StringComparer.Ordinal)
        ]
        : [];

    /// <summary>A plan's path within the repository.</summary>
    public static string Name(string stack) => $"{Folder}/{stack}.yaml";

    /// <summary>A plan's file.</summary>
    public string File(string stack) => Path.Combine(repository, Folder, $"{stack}.yaml");

    /// <summary>The accepted plan, or an empty text where there is none.</summary>
    public async Task<string> AcceptedAsync(string stack, CancellationToken cancellationToken) =>
        System.IO.File.Exists(File(stack))
            ? (await System.IO.File.ReadAllTextAsync(File(stack), cancellationToken)).ReplaceLineEndings("\n")
            : "";

    /// <summary>The plan as the code makes it now.</summary>
    public Task<string> MakeAsync(string stack, CancellationToken cancellationToken) =>
        StackPlan.WriteAsync(ConfigurationOf(stack), cancellationToken);

    /// <summary>An environment's configuration as plans see it: each secret is a stand-in.</summary>
    public StackConfiguration ConfigurationOf(string stack) => StackConfiguration.Read(repository, stack, LocalSecrets.For)
        .WithNeededSecrets(LocalSecrets.For);

    /// <summary>Accepts a plan.</summary>
    public async Task WriteAsync(string stack, string plan, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(repository, Folder));
        await System.IO.File.WriteAllTextAsync(File(stack), plan, cancellationToken);
    }
}
