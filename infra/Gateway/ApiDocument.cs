using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Engagement.Infra.Gateway;

/// <summary>
/// An API as data: an <c>openapi.json</c> that is embedded in this assembly, with its files and values put in, ready to be a REST API's
/// body. A string that is <c>${file:NAME}</c> and nothing else becomes the text of the file NAME beside the document, without the last line
/// end. <c>${NAME}</c> may stand inside any string. Files themselves are not searched: in a mapping template <c>${…}</c> is a reference
/// in its own language.
/// </summary>
internal static partial class ApiDocument
{
    /// <summary>The document of one folder of this project, as JSON text.</summary>
    /// <param name="folder">The folder, such as <c>Pixel</c>.</param>
    /// <param name="values">Placeholders by name.</param>
    /// <exception cref="InvalidDataException">The document names a file or placeholder that does not exist.</exception>
    public static string Body(string folder, IReadOnlyDictionary<string, string> values)
    {
        var document = Embedded(folder, "openapi.json")
            ?? throw new InvalidDataException($"infra/{folder}/openapi.json is not embedded in the assembly.");
        return Body(document, name => Embedded(folder, name), values);
    }

    /// <summary>The same for any document.</summary>
    /// <param name="document">OpenAPI as JSON.</param>
    /// <param name="file">A file's text by its name, or null where there is none.</param>
    /// <param name="values">Placeholders by name.</param>
    public static string Body(string document, Func<string, string?> file, IReadOnlyDictionary<string, string> values)
    {
        var root = JsonNode.Parse(document) ?? throw new InvalidDataException("openapi.json is empty.");
        return Filled(root, text => FileReference().Match(text) is { Success: true } reference
            ? FileText(reference.Groups[1].Value, file)
            : Placeholder().Replace(text, match => Value(match.Groups[1].Value, values))).ToJsonString(Format);
    }

    private static JsonSerializerOptions Format { get; } = new() { WriteIndented = true, NewLine = "\n" };

    private static JsonNode Filled(JsonNode node, Func<string, string> fill)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(member =>
                    KeyValuePair.Create(member.Key, member.Value is { } value ? Filled(value, fill) : null)));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => item is null ? null : Filled(item, fill))]);
            default:
                return node.GetValueKind() == JsonValueKind.String ? JsonValue.Create(fill(node.GetValue<string>())) : node.DeepClone();
        }
    }

    private static string FileText(string name, Func<string, string?> file)
    {
        var text = file(name) ?? throw new InvalidDataException($"openapi.json refers to {name}, but there is no such file beside it.");
        return text.EndsWith('\n') ? text[..^1] : text;
    }

    private static string Value(string name, IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(name, out var value)
            ? value
            : throw new InvalidDataException(
                $"openapi.json has the placeholder ${{{name}}}; known are {string.Join(", ", values.Keys.Order())} and file:NAME.");

    private static string? Embedded(string folder, string name)
    {
        using var stream = typeof(ApiDocument).Assembly.GetManifestResourceStream($"{folder}/{name}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^\$\{file:([^{}]+)\}$", RegexOptions.CultureInvariant)]
    private static partial Regex FileReference();

    [GeneratedRegex(@"\$\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
