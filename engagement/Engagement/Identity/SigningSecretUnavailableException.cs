namespace RecordPixelEvents.Secrets;

/// <summary>The signing secret could not be read.</summary>
internal sealed class SigningSecretUnavailableException(string message, Exception inner) : Exception(message, inner);
