namespace RecordPixelEvents.Recording;

/// <summary>The call did not come through: too many calls, an error of the service, a broken connection, a time-out. It may be tried again.</summary>
/// <param name="Throttled">Whether there were too many calls.</param>
/// <param name="Problem">Kind of error, without anything that was sent.</param>
internal sealed record BatchFailed(bool Throttled, string Problem) : BatchOutcome;
