namespace Engagement.Local.Announcements;

/// <summary>How many endpoints got no message for a reason.</summary>
/// <param name="Reason">The reason, in words.</param>
/// <param name="Count">How many.</param>
internal sealed record LeftOutCount(string Reason, long Count);
