namespace Engagement.Pixel;

/// <summary>A broken rule: which, and in plain words without values.</summary>
internal readonly record struct Rejection(RejectionReason Reason, string Message);
