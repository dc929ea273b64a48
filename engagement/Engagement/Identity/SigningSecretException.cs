namespace Engagement.Identity;

/// <summary>The signing secret is not of the form that it must have. The message never holds any of it.</summary>
public sealed class SigningSecretException(string message) : Exception(message);
