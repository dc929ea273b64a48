using System.Collections.Immutable;

namespace Engagement.Local.Resources;

/// <summary>A resource as the latest deployment left it.</summary>
internal sealed record DeployedResource
{
    /// <summary>As it was registered.</summary>
    public required ResourceRequest Request { get; init; }

    /// <summary>What tells its inputs from others, by input.</summary>
    public required ImmutableSortedDictionary<string, string> Prints { get; init; }

    /// <summary>Its id; null for a component, which is nothing itself.</summary>
    public required string? Id { get; init; }

    /// <summary>Inputs and outputs, as other resources see them.</summary>
    public required ImmutableDictionary<string, object> Outputs { get; init; }

    /// <summary>Its place in the order of creation. Whatever it depends on was there before.</summary>
    public required long Order { get; init; }

    /// <summary>An output that is a text.</summary>
    public string Output(string key) => (string)Outputs[key];

    /// <summary>Inputs that differ, in order.</summary>
    public IReadOnlyList<string> ChangedInputs(ImmutableSortedDictionary<string, string> now) =>
        [
            .. Prints.Keys.Union(now.Keys)
                .Where(key => Prints.GetValueOrDefault(key) != now.GetValueOrDefault(key))
                .Order(StringComparer.Ordinal)
        ];
}
