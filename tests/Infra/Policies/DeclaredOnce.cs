namespace Infra.Tests.Policies;

/// <summary>The graph of <c>dev</c> with all options, which the tests of single rules plant their violations in.</summary>
public sealed class DeclaredOnce : IAsyncLifetime
{
    internal DeclaredGraph Graph { get; private set; } = null!;

    public async Task InitializeAsync() => Graph = await Environments.DeclareAsync("dev", Options.Of(Options.Everything));

    public Task DisposeAsync() => Task.CompletedTask;
}
