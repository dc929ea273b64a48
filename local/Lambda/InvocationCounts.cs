namespace Engagement.Local.Lambda;

/// <summary>How often a function was invoked, and how often it failed.</summary>
/// <param name="Function">Physical name.</param>
/// <param name="Invocations">Times it ran.</param>
/// <param name="Errors">Of these, those that ended in an error, a time-out or the death of the process.</param>
internal sealed record InvocationCounts(string Function, long Invocations, long Errors);
