using Engagement.CompanyEvents;

namespace WriteUserAttributes.Writing;

/// <summary>A message of the queue.</summary>
/// <param name="Id">What the queue calls it.</param>
/// <param name="Body">See <see cref="WriteMessage"/>; null when it is no text.</param>
internal sealed record QueueMessage(string Id, string? Body);
