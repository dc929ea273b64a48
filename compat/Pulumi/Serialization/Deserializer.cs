using System;
using System.Collections.Immutable;
using System.Linq;

namespace Pulumi.Serialization;

/// <summary>Lifts unknown and secret values out of what was sent or answered: one inside makes the whole value so.</summary>
internal static class Deserializer
{
    public static OutputData<object?> Deserialize(object? value)
    {
        var isKnown = true;
        var isSecret = false;
        var lifted = Lift(value);
        return new(lifted, isKnown, isSecret, []);

        object? Lift(object? node)
        {
            switch (node)
            {
                case Unknown or Unknown.Sentinel:
                    isKnown = false;
                    return null;
                case Secret secret:
                    isSecret = true;
                    return Lift(secret.Value);
                case ImmutableDictionary<string, object> map when Secret.FromMap(map) is { } written:
                    return Lift(written);
                case ImmutableArray<object?> list:
                    return ImmutableArray.CreateRange(list, Lift);
                case ImmutableDictionary<string, object> map:
                    // Names with two underscores are the engine's own.
                    return map.Where(entry => !entry.Key.StartsWith("__", StringComparison.Ordinal))
                        .ToImmutableDictionary(entry => entry.Key, entry => Lift(entry.Value));
                default:
                    return node;
            }
        }
    }
}
