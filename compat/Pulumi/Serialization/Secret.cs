namespace Pulumi.Serialization;

/// <summary>A value that must not be shown.</summary>
internal sealed record Secret(object? Value);
