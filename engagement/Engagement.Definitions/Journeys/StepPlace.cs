namespace Engagement.Definitions.Journeys;

/// <summary>What is known of the place where steps stand.</summary>
/// <param name="Level">How many lists of steps they are in.</param>
/// <param name="Sent">The templates that any way before them may have sent.</param>
/// <param name="IsFollowed">Whether a step that may send comes after them.</param>
internal sealed record StepPlace(int Level, IReadOnlyList<string> Sent, bool IsFollowed)
{
    /// <summary>The place of steps inside a step here.</summary>
    public StepPlace Deeper => this with { Level = Level + 1 };
}
