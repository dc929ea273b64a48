namespace RecordPixelEvents.Recording;

/// <summary>The call was refused as a whole because of something in it: sending the same again would be refused again.</summary>
/// <param name="Problem">Kind of error, without anything that was sent.</param>
internal sealed record BatchRefused(string Problem) : BatchOutcome;
