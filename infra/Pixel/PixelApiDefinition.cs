using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Engagement.Infra.Pixel;

/// <summary>
/// The pixel's API as data: <c>openapi.json</c> with its mapping templates put in, ready to be a REST API's body.
/// A string of that document that is <c>${file:NAME}</c> and nothing else becomes the text of the template NAME, without the line end
/// that closes the file; <c>${region}</c>, <c>${account}</c>, <c>${queueName}</c> and <c>${gatewayRoleArn}</c> may stand inside any string.
/// Templates themselves are not searched: <c>${…}</c> is a reference in their own language.
/// </summary>
public static partial class PixelApiDefinition
{
    private const string ResourcePrefix = "Pixel/";

    /// <summary>The document for one deployment, as JSON text.</summary>
    /// <exception cref="InvalidDataException">The document names a template or placeholder that does not exist.</exception>
    public static string Body(PixelApiTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var document = Embedded("openapi.json") ?? throw new InvalidDataException("infra/Pixel/openapi.json is not embedded in the assembly.");
        return Body(document, Embedded, new Dictionary<string, string>
        {
            ["region"] = target.Region,
            ["account"] = target.Account,
            ["queueName"] = target.QueueName,
            ["gatewayRoleArn"] = target.GatewayRoleArn,
        });
    }

    /// <summary>The same for any document.</summary>
    /// <param name="document">OpenAPI as JSON.</param>
    /// <param name="template">A template's text by its file name, or null where there is none.</param>
    /// <param name="values">Placeholders by name.</param>
    internal static string Body(string document, Func<string, string?> template, IReadOnlyDictionary<string, string> values)
    {
        var root = JsonNode.Parse(document) ?? throw new InvalidDataException("openapi.json is empty.");
        return Filled(root, text => FileReference().Match(text) is { Success: true } reference
            ? TemplateText(reference.Groups[1].Value, template)
            : Placeholder().Replace(text, match => Value(match.Groups[1].Value, values))).ToJsonString(Format);
    }

    private static JsonSerializerOptions Format { get; } = new() { WriteIndented = true, NewLine = "\n" };

    private static JsonNode Filled(JsonNode node, Func<string, string> fill)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is { } value ? Filled(value, fill) : null)));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => item is null ? null : Filled(item, fill))]);
            default:
                return node.GetValueKind() == JsonValueKind.String ? JsonValue.Create(fill(node.GetValue<string>())) : node.DeepClone();
        }
    }

    private static string TemplateText(string name, Func<string, string?> template)
    {
        var text = template(name) ?? throw new InvalidDataException($"openapi.json refers to {name}, but infra/Pixel has no such file.");
        return text.EndsWith('\n') ? text[..^1] : text;
    }

    private static string Value(string name, IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(name, out var value)
            ? value
            : throw new InvalidDataException($"openapi.json has the placeholder ${{{name}}}; known are {string.Join(", ", values.Keys.Order())} and file:NAME.");

    private static string? Embedded(string name)
    {
        using var stream = typeof(PixelApiDefinition).Assembly.GetManifestResourceStream(ResourcePrefix + name);
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
