using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource as its provider would see it.</summary>
public class MockResourceArgs
{
    /// <summary>The type token, for example <c>aws:sqs/queue:Queue</c>.</summary>
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>Values by property name: bool, double, string, immutable arrays and dictionaries of them, assets, resources. Unknown and unset ones are missing.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>A reference to the explicit provider, empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id to read or import, empty when the resource is new.</summary>
    public string? Id { get; set; }
}
