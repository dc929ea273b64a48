using System;
using System.Collections.Immutable;
using System.Threading;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program; here always against mocks.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private readonly DeploymentConfig config = DeploymentConfig.FromEnvironment();
    private readonly MockMonitor monitor;
    private readonly TestOptions options;
    private Stack? stack;

    private Deployment(IMocks mocks, TestOptions? options)
    {
        monitor = new(mocks, this);
        this.options = options ?? new();
    }

    /// <summary>The deployment that the calling code is part of.</summary>
    public static DeploymentInstance Instance
        => Running.Value ?? throw new InvalidOperationException(
            "There is no deployment here: resources, configuration and logs exist only inside Deployment.RunAsync or Deployment.TestAsync.");

    internal static Deployment? Current => Running.Value?.Deployment;

    internal static Deployment Required => Instance.Deployment;

    internal string StackName => options.StackName ?? "stack";

    internal string ProjectName => options.ProjectName ?? "project";

    internal string OrganizationName => options.OrganizationName ?? "organization";

    internal bool IsDryRun => options.IsPreview ?? true;

    internal string RootDirectory
        => options.RootDirectory ?? throw new InvalidOperationException(
            "The root directory is not known: a test sets it with TestOptions.RootDirectory, an older Pulumi CLI does not tell it.");

    internal Stack Stack
    {
        get => stack ?? throw new InvalidOperationException("The stack does not exist yet: create resources inside its constructor.");
        set => stack = value;
    }

    internal InFlightTasks Tasks { get; } = new();

    internal ErrorLog Errors { get; } = new();

    internal string? GetConfig(string key) => config.Values.GetValueOrDefault(key);
}
