using Engagement.Infra.Configuration;

namespace Artifacts.Tests;

/// <summary>Two clones in folders of different depth, the second with another commit, both with their handlers published.</summary>
public sealed class PublishedClones : IAsyncLifetime
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("clones-");

    internal Clone First { get; private set; } = null!;

    internal Clone Second { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        First = await Clone.OfAsync(RepositoryRoot.Path, Path.Combine(temporary.FullName, "a"));
        Second = await Clone.OfAsync(RepositoryRoot.Path, Path.Combine(temporary.FullName, "another folder", "further down", "b"));
        await Second.CommitAsync();
        await First.PublishAsync();
        await Second.PublishAsync();
    }

    public async Task DisposeAsync()
    {
        var isDue = await First.WouldPublishAsync();
        temporary.Delete(recursive: true);
        Assert.False(isDue, "A publish is due though every test put back what it changed.");
    }
}
