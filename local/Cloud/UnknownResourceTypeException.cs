namespace Engagement.Local.Cloud;

/// <summary>The program declares something that this cloud cannot be.</summary>
internal sealed class UnknownResourceTypeException(string type, string name) : NotSupportedException(
    $"The local cloud does not know the resource type '{type}' of '{name}'. Give it a counterpart in local/, or, if it has no behaviour, "
        + "an entry in RecordedResources.");
