namespace Engagement.Local.Cloud;

/// <summary>A resource could not be created, updated, replaced or deleted; the message says which, and why.</summary>
internal sealed class ResourceFailedException(string type, string name, string done, Exception cause)
    : Exception($"{name} ({type}) could not be {done}: {cause.Message}", cause);
