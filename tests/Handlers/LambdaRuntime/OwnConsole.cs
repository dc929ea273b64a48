namespace Handlers.Tests.LambdaRuntime;

/// <summary>The runtime client takes over the console and reads the environment, so its tests run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OwnConsole
{
    public const string Name = "console";
}
