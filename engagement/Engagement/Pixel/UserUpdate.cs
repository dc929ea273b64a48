using System.Collections.ObjectModel;

namespace Engagement.Pixel;

/// <summary>What a signed request says of the endpoint's user. Never empty.</summary>
public sealed record UserUpdate
{
    /// <summary>The user that the endpoint belongs to; null leaves it as it is.</summary>
    public string? UserId { get; init; }

    /// <summary>User attributes by name; each replaces the attribute's values by this one. An empty one removes them.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
