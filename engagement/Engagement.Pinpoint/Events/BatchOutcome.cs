namespace RecordPixelEvents.Recording;

/// <summary>What became of a call: <see cref="BatchAnswered"/>, <see cref="BatchRefused"/> or <see cref="BatchFailed"/>.</summary>
internal abstract record BatchOutcome;
