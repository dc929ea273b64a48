using System.Globalization;
using Pulumi;

namespace Engagement.Infra.Configuration;

/// <summary>
/// Reads one namespace of <c>Pulumi.&lt;stack&gt;.yaml</c>. It collects every problem, so that the operator sees all of them at once.
/// </summary>
internal sealed class ConfigReader(string name, ConfigProblems problems)
{
    private readonly Config config = new(name);

    public string? Text(string key)
    {
        problems.Known(name, key);
        return string.IsNullOrWhiteSpace(config.Get(key)) ? null : config.Get(key);
    }

    public string OneOf(string key, string orElse, params string[] allowed)
    {
        var value = Text(key) ?? orElse;
        if (!allowed.Contains(value, StringComparer.Ordinal))
        {
            Problem(key, $"'{value}' is not one of {string.Join(", ", allowed)}");
        }

        return value;
    }

    public int WholeNumber(string key, int orElse, int from, int to)
    {
        if (Text(key) is not { } text)
        {
            return orElse;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < from || value > to)
        {
            Problem(key, $"'{text}' is not a whole number from {from} to {to}");
            return orElse;
        }

        return value;
    }

    public int WholeNumberOneOf(string key, int orElse, params int[] allowed)
    {
        var value = WholeNumber(key, orElse, 0, int.MaxValue);
        if (!allowed.Contains(value))
        {
            Problem(key, $"'{value}' is not one of {string.Join(", ", allowed)}");
        }

        return value;
    }

    /// <summary>Names with commas between them, none twice; empty where it is unset.</summary>
    public IReadOnlyList<string> Names(string key, IReadOnlyList<string> orElse, IReadOnlyList<string> allowed)
    {
        if (Text(key) is not { } text)
        {
            return orElse;
        }

        // The word for an empty list: an empty text cannot be told from an unset one.
        string[] names = text == "none" ? [] : [.. text.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        foreach (var unknown in names.Except(allowed, StringComparer.Ordinal))
        {
            Problem(key, $"'{unknown}' is not one of none, {string.Join(", ", allowed)}");
        }

        return names;
    }

    public bool? Flag(string key)
    {
        switch (Text(key))
        {
            case null: return null;
            case "true": return true;
            case "false": return false;
            case var other:
                Problem(key, $"'{other}' is not one of true, false");
                return null;
        }
    }

    /// <summary>An encrypted value of at least that many characters; a problem is reported without it.</summary>
    public Output<string>? Secret(string key, int minimumLength)
    {
        if (Text(key) is not { } value)
        {
            return null;
        }

        if (value.Length < minimumLength)
        {
            Problem(key, $"is shorter than {minimumLength} characters");
        }

        if (ConfiguredKeys.Secret()?.Contains($"{name}:{key}", StringComparer.Ordinal) == false)
        {
            Problem(
                key,
                $"is a secret, but not encrypted; set another with 'pulumi config set --secret {name}:{key}',"
                    + " for this one has been readable");
        }

        return Output.CreateSecret(value);
    }

    /// <summary>Notes that a setting has another name now: its old key is an error that says so.</summary>
    /// <param name="key">The old key.</param>
    /// <param name="now">The full key that replaces it.</param>
    public void Renamed(string key, string now) => problems.Renamed($"{name}:{key}", now);

    /// <param name="problem">The full key, its problem, and the allowed values.</param>
    public void Problem(string problem) => problems.Add(problem);

    public void Problem(string key, string problem) => problems.Add($"{name}:{key}: {problem}.");
}
