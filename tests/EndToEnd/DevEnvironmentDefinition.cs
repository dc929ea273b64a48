namespace EndToEnd.Tests;

/// <summary>Classes that share one running environment, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class DevEnvironmentDefinition : ICollectionFixture<DevEnvironment>
{
    public const string Name = "dev environment";
}
