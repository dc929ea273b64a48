using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Engagement.Infra.StateMachines;

/// <summary>
/// A file of the Amazon States Language with placeholders, embedded in this assembly. A string that is <c>${name}</c> and nothing else
/// becomes the JSON value of that name; inside a longer string the value's text stands in its place. A member whose value is
/// <c>${states:name}</c> gives way to the members of the JSON object of that name.
/// </summary>
internal sealed partial class StateMachineTemplate
{
    private readonly string file;
    private readonly JsonObject root;

    private StateMachineTemplate(string file, JsonObject root) => (this.file, this.root) = (file, root);

    /// <param name="file">Path of the file within <c>infra</c>.</param>
    /// <exception cref="InvalidDataException">The file is not embedded.</exception>
    public static StateMachineTemplate Read(string file)
    {
        using var stream = typeof(StateMachineTemplate).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidDataException($"infra/{file} is not embedded in the assembly.");
        return new(file, JsonNode.Parse(stream)!.AsObject());
    }

    /// <summary>The file with all placeholders filled in.</summary>
    /// <param name="values">Values by the names of placeholders.</param>
    /// <exception cref="InvalidDataException">The file has a placeholder that there is no value for.</exception>
    public JsonObject Fill(Dictionary<string, JsonNode> values) => Fill(root, values);

    private JsonObject Fill(JsonObject members, Dictionary<string, JsonNode> values) =>
        new(members.SelectMany(member => FindStates(member.Value, values) is { } states
            ? states.Select(state => KeyValuePair.Create(state.Key, state.Value?.DeepClone()))
            : [KeyValuePair.Create(member.Key, Fill(member.Value, values))]));

    private JsonNode? Fill(JsonNode? node, Dictionary<string, JsonNode> values) => node switch
    {
        JsonObject members => Fill(members, values),
        JsonArray elements => new JsonArray([.. elements.Select(element => Fill(element, values))]),
        JsonValue when node.GetValueKind() == JsonValueKind.String => FillText(node.GetValue<string>(), values),
        null => null,
        _ => node.DeepClone(),
    };

    private JsonNode FillText(string text, Dictionary<string, JsonNode> values) =>
        Placeholder().Match(text) is { Success: true } match && match.Length == text.Length
            ? Find(match, values).DeepClone()
            : Placeholder().Replace(text, inner => Find(inner, values).ToString());

    private JsonObject? FindStates(JsonNode? node, Dictionary<string, JsonNode> values) =>
        node is JsonValue && node.GetValueKind() == JsonValueKind.String
        && States().Match(node.GetValue<string>()) is { Success: true } match
            ? Find(match, values).AsObject()
            : null;

    private JsonNode Find(
        Match placeholder, Dictionary<string, JsonNode> values) => values.TryGetValue(placeholder.Groups["name"].Value, out var value)
        ? value
        : throw new InvalidDataException($"infra/{file} has the placeholder {placeholder.Value}, which nothing fills in.");

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\$\{states:(?<name>[A-Za-z]+)\}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex States();
}
