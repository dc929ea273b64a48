namespace Artifacts.Tests;

/// <summary>The tests share one pair of clones, and take turns: some of them change a clone for a moment.</summary>
[CollectionDefinition(Name)]
public class SharedClones : ICollectionFixture<PublishedClones>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Clones";
}
