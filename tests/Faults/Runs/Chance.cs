using Engagement.Local.Faults;

namespace Faults.Tests.Runs;

/// <summary>Choices that follow from a seed alone.</summary>
/// <param name="seed">The seed.</param>
internal sealed class Chance(long seed)
{
    private readonly Dice dice = new(seed);

    /// <summary>A whole number from 0 up to but not including an end.</summary>
    public int Below(int end) => (int)(dice.Next() * end);

    /// <summary>A whole number between two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Whether something happens that happens so often, of 1.</summary>
    public bool Happens(double rate) => dice.Next() < rate;

    /// <summary>One of several.</summary>
    public T OneOf<T>(params IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
