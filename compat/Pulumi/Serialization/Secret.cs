using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>A value that must not be shown.</summary>
internal sealed record Secret(object? Value)
{
    // How the engine's protocol, and therefore a mock's answer, writes it.
    private const string SignatureKey = "4dabf18193072939515e22adb298388d";
    private const string Signature = "1b47061264138c4ac30d75fd1eb44270";
    private const string ValueKey = "value";

    public ImmutableDictionary<string, object> ToMap()
        => ImmutableDictionary<string, object>.Empty.Add(SignatureKey, Signature).Add(ValueKey, Value!);

    public static Secret? FromMap(ImmutableDictionary<string, object> map)
        => map.GetValueOrDefault(SignatureKey) is Signature ? new(map.GetValueOrDefault(ValueKey)) : null;
}
