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
    public static async Task<IReadOnlyList<Resource>> RunAsync(IMocks engine, StackConfiguration configuration, CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", configuration.ToJson());
            Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", System.Text.Json.JsonSerializer.Serialize(configuration.SecretKeys));
            return await Deployment.TestAsync<EngagementStack>(
                engine,
                new TestOptions { IsPreview = false, ProjectName = "engagement", StackName = configuration.Stack });
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
            Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", null);
            OneAtATime.Release();
        }
    }
}
