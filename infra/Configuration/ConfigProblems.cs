namespace Engagement.Infra.Configuration;

/// <summary>The problems of a stack's configuration, collected while its settings are read.</summary>
internal sealed class ConfigProblems
{
    // The namespaces of Pulumi itself and of the provider, which check their own keys.
    private static readonly string[] Others = ["aws", "pulumi"];

    private readonly List<string> problems = [];
    private readonly SortedDictionary<string, SortedSet<string>> settings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> renamed = new(StringComparer.Ordinal);

    /// <summary>Notes that there is such a setting, whether it is set or not.</summary>
    public void Known(string name, string key)
    {
        if (!settings.TryGetValue(name, out var keys))
        {
            settings.Add(name, keys = new(StringComparer.Ordinal));
        }

        keys.Add(key);
    }

    /// <summary>Notes that a setting has another name now.</summary>
    /// <param name="fullKey">The old key.</param>
    /// <param name="now">The key that replaces it.</param>
    public void Renamed(string fullKey, string now) => renamed[fullKey] = now;

    /// <param name="problem">The full key, its problem, and the allowed values.</param>
    public void Add(string problem) => problems.Add(problem);

    /// <summary>
    /// Reports all problems, and the keys that no setting has: a misspelt key would otherwise leave its setting at the default.
    /// </summary>
    /// <param name="configured">The full keys that the stack sets.</param>
    /// <exception cref="ConfigurationException">There is a problem.</exception>
    public void ThrowIfAny(IEnumerable<string> configured)
    {
        string[] all = [.. problems, .. configured.Select(Unknown).OfType<string>().Order(StringComparer.Ordinal)];
        if (all.Length > 0)
        {
            throw ConfigurationException.From(all);
        }
    }

    private string? Unknown(string fullKey)
    {
        var (name, key) = fullKey.Split(':', 2) is [var first, var rest] ? (first, rest) : ("", fullKey);
        if (Others.Contains(name, StringComparer.Ordinal))
        {
            return null;
        }

        return renamed.TryGetValue(fullKey, out var now) ? $"{fullKey}: is now {now}; remove the old key and set the new one."
            : !settings.TryGetValue(name, out var keys)
                ? $"{fullKey}: there is no such setting; settings are under {string.Join(", ", settings.Keys.Select(each => $"{each}:"))}."
            : !keys.Contains(key) ? $"{fullKey}: there is no such setting; under {name}: there are {string.Join(", ", keys)}."
            : null;
    }
}
