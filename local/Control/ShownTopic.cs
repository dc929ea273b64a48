namespace Engagement.Local.Control;

/// <summary>A topic, and whether a customer wants its messages.</summary>
/// <param name="Name">The topic's name.</param>
/// <param name="Description">What customers read of it.</param>
/// <param name="Wants">Whether its messages are wanted.</param>
internal sealed record ShownTopic(string Name, string Description, bool Wants);
