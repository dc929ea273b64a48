namespace Engagement.Local.Control;

/// <summary>What became of a customer in a journey.</summary>
/// <param name="At">When it was decided.</param>
/// <param name="Journey">The journey.</param>
/// <param name="Text">What, in words.</param>
internal sealed record ShownNote(DateTimeOffset At, string Journey, string Text);
