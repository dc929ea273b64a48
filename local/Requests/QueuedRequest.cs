namespace Engagement.Local.Requests;

/// <summary>A request whose message waits in a queue.</summary>
/// <param name="GivenUp">Whether it failed too often, and waits in the dead-letter queue.</param>
internal sealed record QueuedRequest(bool GivenUp);
