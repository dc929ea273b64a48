namespace Engagement.Local.Sqs;

/// <summary>How many messages a queue holds, in each state.</summary>
internal sealed record QueueCounts(int Visible, int InFlight, int Delayed);

/// <summary>A queue as the control API shows it.</summary>
/// <param name="Name">Queue name.</param>
/// <param name="Visible">Messages that a receiver would get.</param>
/// <param name="InFlight">Messages received and neither deleted nor visible again.</param>
/// <param name="Delayed">Messages not yet visible for the first time.</param>
/// <param name="DeadLetterOf">Name of the queue that gives messages up to this one, several in order, joined by commas; null where there is
/// none.</param>
internal sealed record QueueState(string Name, int Visible, int InFlight, int Delayed, string? DeadLetterOf);
