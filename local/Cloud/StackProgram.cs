using Engagement.Infra;
using Engagement.Local.Configuration;
using Pulumi;
using Pulumi.Testing;

namespace Engagement.Local.Cloud;

/// <summary>Runs the stack's program, the very one that <c>pulumi up</c> runs, against whatever answers its registrations.</summary>
internal static class StackProgram
{
    // Pulumi reads configuration from the environment of the process, so two runs at once would read each other's.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Runs the program to its end and answers what it registered.</summary>
    /// <exception cref="RunException">The program failed; the message says why.</exception>
    public static Task<IReadOnlyList<Resource>> RunAsync(
        IMocks engine, StackConfiguration configuration, CancellationToken cancellationToken) =>
        RunAsync(engine, configuration, () => new EngagementStack(), cancellationToken);

    /// <summary>The same for a stack that is made in another way.</summary>
    public static async Task<IReadOnlyList<Resource>> RunAsync(
        IMocks engine, StackConfiguration configuration, Func<EngagementStack> create, CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", configuration.ToJson());
            Environment.SetEnvironmentVariable(
                "PULUMI_CONFIG_SECRET_KEYS", System.Text.Json.JsonSerializer.Serialize(configuration.SecretKeys));
            return await Deployment.TestWithServiceProviderAsync<EngagementStack>(
                engine,
                new StackFactory(create),
                new TestOptions { IsPreview = false, ProjectName = configuration.Project, StackName = configuration.Stack });
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
            Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", null);
            OneAtATime.Release();
        }
    }

    // The SDK asks for the stack once its deployment runs, which a stack needs in its constructor.
    private sealed class StackFactory(Func<EngagementStack> create) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(EngagementStack) ? create() : null;
    }
}
