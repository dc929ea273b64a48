namespace Engagement.Local.Configuration;

/// <summary>
/// What secrets are here. A stack's encrypted values cannot be read on this machine, and must not be needed: they belong to the real
/// environment.
/// These stand in for them, are no secret, and are the same on every machine, so that the documentation can show a valid signature.
/// </summary>
internal static class LocalSecrets
{
    /// <summary>Key of the setting that signs identities.</summary>
    public const string SigningKeySetting = "identity:signingKey";

    private const int ShortestKey = 32;

    // What a stack needs beside the key of identities, by the platform that it chooses.
    private static readonly Dictionary<string, string[]> OfPlatforms = new(StringComparer.Ordinal) { ["ses"] = ["ses:linkKey"] };

    /// <summary>The secret settings that a stack cannot do without.</summary>
    public static IEnumerable<string> NeededBy(StackConfiguration configuration) =>
    [
        SigningKeySetting,
        .. OfPlatforms.GetValueOrDefault(configuration.Values.GetValueOrDefault("engagement:platform", ""), []),
    ];

    /// <summary>The stand-in for a secret setting, as long as keys have to be.</summary>
    public static string For(string key) => $"local-stand-in-for-{key.Replace(':', '-')}".PadRight(ShortestKey, '-');
}
