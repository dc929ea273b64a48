using Faults.Tests.Rounds;

namespace Faults.Tests.Invariants;

/// <summary>Something that holds after each round, whatever went wrong.</summary>
/// <param name="Name">What holds.</param>
/// <param name="Problems">Finds what does not.</param>
internal sealed record Invariant(string Name, Func<RoundEnd, IEnumerable<string>> Problems)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("queues drain", end => end.Round.HasDrained ? [] : Quiet.Busy(end.Round)),
        new("the sums agree", Sums.Problems),
        new("a pixel is recorded, rejected or kept", Pixels.Problems),
        new("a company event makes each campaign once, or is kept", CompanyEvents.Problems),
        new("a message comes once", Messages.Problems),
        new("who wants no more gets no more", Silences.Problems),
        new("a customer's state is that of the latest request", States.Problems),
        new("nothing personal is logged", LogLines.Problems),
        new("definitions can be deployed", end => end.Round.Company.DeploymentError is { } error ? [error] : []),
    ];

    /// <summary>All that does not hold after a round.</summary>
    public static IReadOnlyList<Violation> Check(Round round)
    {
        var end = new RoundEnd(round);
        return [.. All.SelectMany(each => each.Problems(end), (each, problem) => new Violation(each.Name, problem))];
    }
}
