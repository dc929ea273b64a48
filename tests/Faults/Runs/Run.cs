namespace Faults.Tests.Runs;

/// <summary>What is to happen in a round, as data: a seed makes the same run each time.</summary>
/// <param name="Stack">The stack, which says the platform: <c>dev</c> for Pinpoint, or <c>ses</c>.</param>
/// <param name="Seed">What it is made from.</param>
/// <param name="Elements">Acts and strikes.</param>
internal sealed record Run(string Stack, long Seed, IReadOnlyList<Element> Elements)
{
    /// <summary>What customers and the company do.</summary>
    public IEnumerable<Act> Acts => Elements.OfType<Act>();

    /// <summary>What goes wrong meanwhile.</summary>
    public IEnumerable<Strike> Strikes => Elements.OfType<Strike>();

    /// <summary>Whether Pinpoint is the platform.</summary>
    public bool IsOnPinpoint => Stack == "dev";

    /// <summary>The run as a list that people read.</summary>
    public override string ToString() =>
        string.Join(Environment.NewLine, Elements.OrderBy(element => element.Minute).Select(element => $"  {element}"));
}
