namespace Engagement.Cli.Commands;

/// <summary>A command cannot do what it was asked. The message says what is wrong, where, and what to do; it has no stack trace.</summary>
/// <param name="message">For the operator's terminal. It may name the customer that the operator has named.</param>
/// <param name="inner">What went wrong below.</param>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
