namespace Engagement.CustomerFiles;

/// <summary>A file of customers cannot be read; the message says which, where, and what to do.</summary>
public sealed class CustomerFileException(string message, Exception? inner = null) : Exception(message, inner);
