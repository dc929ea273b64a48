namespace Infra.Tests.Policies;

/// <summary>Something that holds for every environment, whatever its settings.</summary>
internal interface IPolicyRule
{
    /// <summary>What breaks it: which resource, and how. Empty where nothing does.</summary>
    IEnumerable<string> Violations(DeclaredGraph graph);
}
