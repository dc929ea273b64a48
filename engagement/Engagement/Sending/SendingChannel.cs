namespace Engagement.Sending;

/// <summary>How messages of one channel go out: each channel has a service of its own, with a rate of its own.</summary>
/// <param name="Messages">Sends them.</param>
/// <param name="Pace">How fast.</param>
public sealed record SendingChannel(IMessages Messages, SendingPace Pace);
