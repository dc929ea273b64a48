using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Scanners;

/// <summary>What several scanners ask of one type of resource, each under a name of its own.</summary>
/// <param name="Ids">The rule's name with each scanner that has it, such as <c>CKV_AWS_28</c>.</param>
/// <param name="Type">What it looks at.</param>
/// <param name="IsBroken">Whether it fires.</param>
internal sealed record ScannerRule(IReadOnlyList<string> Ids, string Type, Func<DeclaredGraph, Registered, bool> IsBroken)
{
    /// <summary>The resources on which it fires.</summary>
    public IEnumerable<Registered> Finds(DeclaredGraph graph) => graph.Of(Type).Where(resource => IsBroken(graph, resource));
}
