using System.Text.Json;

namespace Engagement.Infra.Configuration;

/// <summary>
/// Which keys the running stack sets. The SDK answers for single keys alone. Their list is in the environment variables by which the engine
/// hands over the configuration (<c>PULUMI_CONFIG</c>, <c>PULUMI_CONFIG_SECRET_KEYS</c>).
/// </summary>
internal static class ConfiguredKeys
{
    // Older engines write project:config:key for project:key.
    private const string OlderForm = ":config:";

    /// <summary>Full keys, such as <c>pixel:rateLimit</c>; empty where the engine tells none.</summary>
    public static IReadOnlyList<string> All() => Read("PULUMI_CONFIG", root => root.EnumerateObject().Select(member => member.Name));

    /// <summary>The keys whose values are encrypted; null where the engine does not tell.</summary>
    public static IReadOnlyList<string>? Secret() => Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS") is null
        ? null
        : Read("PULUMI_CONFIG_SECRET_KEYS", root => root.EnumerateArray().Select(item => item.GetString()!));

    private static string[] Read(string variable, Func<JsonElement, IEnumerable<string>> names)
    {
        if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } text)
        {
            return [];
        }

        using var document = JsonDocument.Parse(text);
        return [.. names(document.RootElement).Select(key => key.Replace(OlderForm, ":", StringComparison.Ordinal))];
    }
}
