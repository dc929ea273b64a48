namespace Engagement.CompanyEvents;

/// <summary>What the route answers for an event that it took, with 202, or had before, with 200: <c>{"id":"…"}</c>.</summary>
/// <param name="Id">The event's id.</param>
public sealed record CompanyEventReceipt(string Id);
