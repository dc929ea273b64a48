using Pulumi;

namespace Infra.Tests.PulumiSdk.Samples;

/// <summary>An enumeration of texts.</summary>
[EnumType]
public readonly record struct Tier
{
    private readonly string value;

    private Tier(string value) => this.value = value;

    public static Tier Basic { get; } = new("basic");

    public static Tier Premium { get; } = new("premium");

    public static explicit operator string(Tier tier) => tier.value;
}
