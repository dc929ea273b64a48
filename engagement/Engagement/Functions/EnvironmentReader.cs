using System.Globalization;
using System.Text.Json;

namespace Engagement.Functions;

/// <summary>Reads a function's environment variables, and tells of all that are wrong at once.</summary>
/// <param name="variable">Reads a variable; null when it is not set.</param>
public sealed class EnvironmentReader(Func<string, string?> variable)
{
    private readonly List<string> problems = [];

    /// <summary>A variable's text; noted as a problem when it is not set.</summary>
    public string Required(string name)
    {
        var value = Optional(name);
        if (value is null)
        {
            problems.Add($"The environment variable {name} is not set.");
        }

        return value ?? "";
    }

    /// <summary>A variable's text; null when it is not set, or blank.</summary>
    public string? Optional(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>
    /// A variable that is <c>true</c> or <c>false</c>; null when it is not set, noted as a problem when it is something else.
    /// </summary>
    public bool? Flag(string name)
    {
        switch (Optional(name))
        {
            case null: return null;
            case "true": return true;
            case "false": return false;
            default:
                problems.Add($"The environment variable {name} is neither true nor false.");
                return null;
        }
    }

    /// <summary>A variable that is a whole number above 0; null when it is not set, noted as a problem when it is something else.</summary>
    public int? WholeNumber(string name)
    {
        if (Optional(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        problems.Add($"The environment variable {name} is not a whole number above 0.");
        return null;
    }

    /// <summary>A variable's text, read by <paramref name="parse"/>; noted as a problem when it is not set or the result is null.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="parse">Gives null for what it cannot read.</param>
    /// <param name="expected">What would be right, to be read after "is not".</param>
    public T? Required<T>(string name, Func<string, T?> parse, string expected)
        where T : class
    {
        var value = Required(name);
        var parsed = value.Length == 0 ? null : parse(value);
        if (value.Length > 0 && parsed is null)
        {
            problems.Add($"The environment variable {name} is not {expected}.");
        }

        return parsed;
    }

    /// <summary>A variable that is a JSON object of texts; noted as a problem when it is not set or something else.</summary>
    public IReadOnlyDictionary<string, string> RequiredTexts(string name) => Required(name, Texts, "a JSON object of texts") ?? [];

    /// <summary>What a variable chooses by name, such as the adapters of a platform.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="choices">The names that it may have, and what each chooses. Only the chosen one is made.</param>
    /// <exception cref="EnvironmentException">
    /// The variable names none of them. This is not left for later, because what else the function reads depends on it.
    /// </exception>
    public T OneOf<T>(string name, params IReadOnlyList<(string Name, Func<T> Make)> choices)
    {
        var value = Required(name);
        foreach (var choice in choices.Where(choice => choice.Name == value))
        {
            return choice.Make();
        }

        if (value.Length > 0)
        {
            problems.Add($"The environment variable {name} is none of {string.Join(", ", choices.Select(choice => choice.Name))}.");
        }

        throw new EnvironmentException(string.Join('\n', problems));
    }

    private static Dictionary<string, string>? Texts(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, EnvironmentJson.Default.DictionaryStringString);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <exception cref="EnvironmentException">There were problems.</exception>
    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            throw new EnvironmentException(string.Join('\n', problems));
        }
    }
}
