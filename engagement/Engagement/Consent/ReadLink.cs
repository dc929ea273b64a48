namespace Engagement.Consent;

/// <summary>What became of reading a link.</summary>
/// <param name="HasKeys">Whether the keys are at hand; without them no link can be told from a forged one.</param>
/// <param name="Link">The link; null when this stack has not made it.</param>
public readonly record struct ReadLink(bool HasKeys, UnsubscribeLink? Link);
