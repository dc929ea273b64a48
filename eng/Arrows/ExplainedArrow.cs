namespace Arrows;

/// <summary>
/// An arrow that closes a circle and stays, with the reason. Without these arrows no circle may remain, and each of them must close one.
/// </summary>
internal sealed record ExplainedArrow(string From, string To, string Reason)
{
    public static IReadOnlyList<ExplainedArrow> All { get; } =
    [
    ];

    public Arrow Arrow => new(From, To);
}
