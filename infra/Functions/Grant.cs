using Engagement.Infra.Iam;
using Pulumi;

namespace Engagement.Infra.Functions;

/// <summary>
/// What a function needs of one thing: the environment variables that tell where it is, and the statements that let the function use it.
/// </summary>
/// <param name="Environment">Names and values of environment variables.</param>
internal sealed record Grant(params IReadOnlyList<(string Name, Input<string> Value)> Environment)
{
    /// <summary>What the function's role may do with it.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>What a function needs of several things.</summary>
    public static Grant Join(params IReadOnlyList<Grant> grants) => new([.. grants.SelectMany(grant => grant.Environment)])
    {
        Statements = [.. grants.SelectMany(grant => grant.Statements)],
    };
}
