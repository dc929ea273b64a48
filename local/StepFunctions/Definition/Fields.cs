using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.StepFunctions.Data;

namespace Engagement.Local.StepFunctions.Definition;

/// <summary>The fields of one object of a definition; errors name the place, such as <c>/States/Wait/Seconds</c>.</summary>
internal sealed class Fields(JsonObject json, string place)
{
    // Seconds and counts alike, by the developer guide.
    private const int Most = 99_999_999;

    public string Place => place;

    /// <summary>Refuses fields other than these.</summary>
    public void Known(params IEnumerable<string> names)
    {
        if (json.FirstOrDefault(field => !names.Contains(field.Key)).Key is { } unknown)
        {
            throw Invalid(unknown, "SCHEMA_VALIDATION_FAILED: Field is not supported");
        }
    }

    public bool Has(string name) => json.ContainsKey(name);

    public JsonNode? Node(string name) => json[name]?.DeepClone();

    public string? Text(string name) =>
        !Has(name) ? null : Kind(name) == JsonValueKind.String ? json[name]!.GetValue<string>() : throw Mistyped(name, "a string");

    public string Required(string name) => Text(name) ?? throw Invalid(name, "SCHEMA_VALIDATION_FAILED: The field is required");

    public bool Flag(string name) =>
        Has(name)
            && (
                Kind(name) is JsonValueKind.True or JsonValueKind.False
                    ? json[name]!.GetValue<bool>()
                    : throw Mistyped(name, "true or false"));

    public double? Number(string name, double least, bool whole = true)
    {
        if (!Has(name))
        {
            return null;
        }

        var number = Kind(name) == JsonValueKind.Number
            ? double.Parse(json[name]!.ToJsonString(), CultureInfo.InvariantCulture)
            : throw Mistyped(name, "a number");
        return number >= least && number <= Most && (!whole || number == Math.Floor(number))
            ? number
            : throw Mistyped(name, $"{(whole ? "a whole number" : "a number")} of {least} to {Most}");
    }

    /// <summary>A path; the default where it is absent, null where it is null.</summary>
    public string? Path(string name, string? orElse)
    {
        if (!Has(name) || json[name] is null)
        {
            return Has(name) ? null : orElse;
        }

        var path = Text(name)!;
        try
        {
            JsonPathQuery.Check(path.StartsWith("$$", StringComparison.Ordinal) ? path[1..] : path);
            return path;
        }
        catch (FormatException e)
        {
            throw Invalid(name, $"INVALID_JSON_PATH: {e.Message}");
        }
    }

    /// <summary>A path or an intrinsic function; null where it is absent.</summary>
    public string? PathOrFunction(string name)
    {
        if (Text(name) is not { } text || text.StartsWith('$'))
        {
            return Path(name, null);
        }

        try
        {
            _ = IntrinsicParser.Parse(text);
            return text;
        }
        catch (FormatException e)
        {
            throw Invalid(name, $"SCHEMA_VALIDATION_FAILED: {e.Message}");
        }
    }

    public Fields Object(string name) =>
        json[name] is JsonObject nested ? new(nested, $"{place}/{name}") : throw Mistyped(name, "an object");

    public IReadOnlyList<Fields> List(string name) => !Has(name) ? []
        : json[name] is JsonArray list ? [
            .. list.Select((element, i) =>
                element is JsonObject nested ? new Fields(nested, $"{place}/{name}[{i}]") : throw Mistyped(name, "a list of objects"))
        ]
        : throw Mistyped(name, "a list of objects");

    public IReadOnlyList<string> Texts(string name) =>
        json[name] is JsonArray { Count: > 0 } list && list.All(element => element?.GetValueKind() == JsonValueKind.String)
        ? [.. list.Select(element => element!.GetValue<string>())]
        : throw Mistyped(name, "a list of strings");

    public IEnumerable<string> Names => json.Select(member => member.Key);

    public StatesDefinitionException Invalid(string name, string problem) => new($"{problem} at {place}/{name}");

    private JsonValueKind? Kind(string name) => json[name]?.GetValueKind();

    private StatesDefinitionException Mistyped(string name, string expected) =>
        Invalid(name, $"SCHEMA_VALIDATION_FAILED: Value is not {expected}");
}

/// <summary>A definition that Step Functions would refuse, or that this cloud cannot run; the message names the place.</summary>
internal sealed class StatesDefinitionException(string message) : Exception(message);
