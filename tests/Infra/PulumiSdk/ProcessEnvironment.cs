namespace Infra.Tests.PulumiSdk;

/// <summary>Tests that change the process's environment run alone: configuration reaches every deployment of the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessEnvironment
{
    public const string Name = "process environment";
}
