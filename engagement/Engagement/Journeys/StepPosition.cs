using System.Globalization;
using Engagement.Definitions.Journeys;

namespace Engagement.Journeys;

/// <summary>
/// Which step of a journey, as a text: <c>2</c> is the third, <c>2.then.0</c> the first of what it does where its condition holds,
/// <c>2.else.1</c> the second of what it does otherwise. <c>1.0.2</c> is the third step of the first share of a split. The text of a
/// position past the last step is that of a step that is not there.
/// </summary>
/// <param name="Text">The text.</param>
public readonly record struct StepPosition(string Text)
{
    private const string Then = "then";
    private const string Else = "else";
    private const char Separator = '.';

    /// <summary>The first step.</summary>
    public static StepPosition First { get; } = new("0");

    /// <summary>The step after this one in the same list.</summary>
    public StepPosition Next
    {
        get
        {
            var cut = Text.LastIndexOf(Separator) + 1;
            var number = int.Parse(Text.AsSpan(cut), NumberStyles.None, CultureInfo.InvariantCulture) + 1;
            return new(string.Create(CultureInfo.InvariantCulture, $"{Text.AsSpan(0, cut)}{number}"));
        }
    }

    /// <summary>The step whose way this step is on; null at the top.</summary>
    public StepPosition? Parent =>
        Text.Split(Separator) is { Length: > 2 } parts ? new(string.Join(Separator, parts[..^2])) : null;

    /// <summary>The way of a branch or split that this step is on, such as <c>then</c> or <c>1</c>; null at the top.</summary>
    public string? Way => Text.Split(Separator) is { Length: > 2 } parts ? parts[^2] : null;

    /// <summary>The first step of what an <see cref="JourneyStep.If"/> here does.</summary>
    public StepPosition Branch(bool holds) => new($"{Text}.{(holds ? Then : Else)}.0");

    /// <summary>The first step of a share of a <see cref="JourneyStep.Split"/> here.</summary>
    public StepPosition Share(int index) => new(string.Create(CultureInfo.InvariantCulture, $"{Text}.{index}.0"));

    /// <summary>The step of a journey that is here; null when its list has ended.</summary>
    /// <exception cref="FormatException">The journey has no list of steps here: the position is another version's.</exception>
    public JourneyStep? In(Journey journey)
    {
        var parts = Text.Split(Separator);
        var steps = journey.Steps;
        for (var i = 0; i + 2 < parts.Length; i += 2)
        {
            steps = WayOf(At(steps, parts[i]), parts[i + 1]) ?? throw new FormatException($"The journey has no step {Text}.");
        }

        return At(steps, parts[^1]);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static JourneyStep? At(IReadOnlyList<JourneyStep> steps, string number) => steps.ElementAtOrDefault(Number(number));

    private static IReadOnlyList<JourneyStep>? WayOf(JourneyStep? step, string way) => step switch
    {
        JourneyStep.If branch when way == Then => branch.Then,
        JourneyStep.If branch when way == Else => branch.Else,
        JourneyStep.Split split => split.Shares.ElementAtOrDefault(Number(way))?.Steps,
        _ => null,
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
