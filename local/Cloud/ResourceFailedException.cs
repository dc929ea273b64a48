namespace Engagement.Local.Cloud;

/// <summary>A resource could not be created; the message says which, and why.</summary>
internal sealed class ResourceFailedException(string type, string name, Exception cause)
    : Exception($"{name} ({type}) could not be created: {cause.Message}", cause);
