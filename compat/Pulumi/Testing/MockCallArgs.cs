using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A call as its provider would see it.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }

    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    public string? Provider { get; set; }
}
