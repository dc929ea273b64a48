using EndToEnd.Tests;

namespace Conformance.Tests;

/// <summary>Classes that share one running environment, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RunningEnvironment : ICollectionFixture<DevEnvironment>
{
    public const string Name = "running environment";
}
