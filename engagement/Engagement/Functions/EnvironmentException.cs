namespace Engagement.Functions;

/// <summary>A function's environment is not what it must be.</summary>
/// <param name="message">Names each variable that is wrong, one a line.</param>
public sealed class EnvironmentException(string message) : Exception(message);
