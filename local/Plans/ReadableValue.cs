using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Lambda.Deployment;
using Pulumi;

namespace Engagement.Local.Plans;

/// <summary>
/// Values as a plan shows them: references by name, JSON texts as what they hold, secrets not at all. Maps are in order of their keys,
/// because the engine keeps none. What a JSON text holds stays in the text's own order, which is the program's.
/// </summary>
/// <param name="references">What references look like.</param>
/// <param name="secrets">Values that a plan must not show.</param>
/// <param name="hashes">Hashes of texts that the plan shows elsewhere, and how each is called: the hash of a text with references in it is
/// nobody's.</param>
internal sealed class ReadableValue(References references, IReadOnlyCollection<string> secrets, IReadOnlyDictionary<string, string> hashes)
{
    private const string Secret = "[secret]";

    /// <param name="value">A value as the engine gets it: text, number, flag, list, map or archive.</param>
    /// <param name="where">Resource and input, for the error.</param>
    /// <exception cref="NotSupportedException">It is of a kind that a plan cannot show.</exception>
    public JsonNode? Show(object? value, string where) => value switch
    {
        null => null,
        string text => OfText(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        double number => Number(number),
        FileArchive archive => JsonValue.Create(references.Resolve(CodeDirectory.PathOf(archive))),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Order(StringComparer.Ordinal)
            .Select(key => KeyValuePair.Create(Text(key), Show(map[key], $"{where}.{key}")))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(item => Show(item, where))]),
        _ =>
            throw new NotSupportedException(
                $"{where} is a {value.GetType().Name}, which a plan cannot show yet; say in {nameof(ReadableValue)} how."),
    };

    private JsonNode OfText(string text)
    {
        if (text.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            try
            {
                return Readable(JsonNode.Parse(text)!);
            }
            catch (Exception e) when (e is JsonException or ArgumentException)
            {
                // It only looks like JSON: a mapping template, say.
            }
        }

        return JsonValue.Create(Text(text));
    }

    private JsonNode Readable(JsonNode node) => node switch
    {
        JsonObject members =>
            new JsonObject(
                members.Select(member => KeyValuePair.Create(Text(member.Key), member.Value is { } value ? Readable(value) : null))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Readable(item))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(Text(value.GetValue<string>())),
        _ => node.DeepClone(),
    };

    private string Text(string text) => hashes.GetValueOrDefault(text) ??
        references.Resolve(
            secrets.Aggregate(text, (known, secret) => known.Replace(secret, Secret, StringComparison.Ordinal)).ReplaceLineEndings("\n"));

    private static JsonValue Number(double number) => number == Math.Truncate(number) && Math.Abs(number) < 1e15
        ? JsonValue.Create((long)number)
        : JsonValue.Create(
            decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture));
}
