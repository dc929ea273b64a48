using System.Text.Json;

namespace Engagement.Local.Iam;

/// <summary>One statement of a policy, read as AWS reads it.</summary>
internal sealed record PolicyStatement
{
    // What a reader does not know it cannot obey, and a statement obeyed in part may allow what it should not.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "Sid", "Effect", "Action", "Resource", "Principal", "Condition" };

    public required bool Allows { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>Conditions that must all hold: operator, key, and the values of which one must match.</summary>
    public required IReadOnlyList<(string Operator, string Key, IReadOnlyList<string> Values)> Conditions { get; init; }

    /// <summary>The statements of a policy document.</summary>
    /// <exception cref="FormatException">The document is not a policy, or has an element that this cloud does not know.</exception>
    public static IReadOnlyList<PolicyStatement> ReadAll(string document)
    {
        using var json = Parse(document);
        var statements = json.RootElement.GetProperty("Statement");
        return statements.ValueKind == JsonValueKind.Array ? [.. statements.EnumerateArray().Select(Read)] : [Read(statements)];
    }

    private static JsonDocument Parse(string document)
    {
        try
        {
            return JsonDocument.Parse(document);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The policy is not JSON: {e.Message}", e);
        }
    }

    private static PolicyStatement Read(JsonElement statement)
    {
        if (statement.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
        {
            throw new FormatException($"A policy statement has '{unknown}', which this local cloud does not evaluate.");
        }

        return new()
        {
            Allows = statement.GetProperty("Effect").GetString() == "Allow",
            Actions = Texts(statement, "Action"),
            Resources = Texts(statement, "Resource"),
            Conditions = statement.TryGetProperty("Condition", out var conditions)
                ? [.. from op in conditions.EnumerateObject() from key in op.Value.EnumerateObject() select (op.Name, key.Name, Texts(op.Value, key.Name))]
                : [],
        };
    }

    private static IReadOnlyList<string> Texts(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
        : [value.GetString()!];
}
