using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Engagement.Local.Aws;

namespace Engagement.Local.Resources;

/// <summary>What every provider asks of a resource's inputs.</summary>
internal static class ResourceInputs
{
    /// <summary>Refuses inputs other than these: a setting that this cloud does not carry out must not pass unnoticed.</summary>
    public static ResourceRequest Known(this ResourceRequest request, params string[] keys) =>
        request.Inputs.Keys.Except(keys).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? throw request.Invalid(unknown, "is not done by this local cloud")
            : request;

    /// <summary>Refuses a region other than the cloud's.</summary>
    public static ResourceRequest InRegion(this ResourceRequest request, CloudContext cloud) =>
        request.Text("region") is { } region && region != cloud.Region
            ? throw request.Invalid("region", $"is {region}, but this local cloud is {cloud.Region}")
            : request;

    /// <summary>
    /// The name that is set, otherwise the prefix or logical name with seven hexadecimal digits. They are the same in every run, and others
    /// after a replacement.
    /// </summary>
    public static string PhysicalName(this ResourceRequest request) =>
        request.Text("name") ?? $"{request.Text("namePrefix") ?? $"{request.Name}-"}{Digits($"{request.Type}/{request.Seed}")}";

    /// <summary>A map of texts as an output value.</summary>
    public static ImmutableDictionary<string, object> AsOutput(this IReadOnlyDictionary<string, string> texts) =>
        texts.ToImmutableDictionary(pair => pair.Key, object (pair) => pair.Value);

    private static string Digits(string seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..7];
}
