using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Local.Aws;

namespace Engagement.Local.DynamoDb.Protocol;

/// <summary>A member of an operation's request: its type, and the constraints of the service model.</summary>
/// <param name="Name">As in the request.</param>
/// <param name="Check">Looks at its type.</param>
internal sealed record WireMember(string Name, Action<JsonNode> Check)
{
    private const string NamePattern = "[a-zA-Z0-9_.-]+";

    public bool Required { get; init; }

    /// <summary>The words that it may be; all where there are none.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it is the name of a table or index.</summary>
    public bool IsName { get; init; }

    public int? Least { get; init; }

    public int? Most { get; init; }

    /// <summary>Fewest characters, elements or members.</summary>
    public int? Fewest { get; init; }

    /// <summary>Most elements.</summary>
    public int? Longest { get; init; }

    /// <summary>Whether its own members are named as tables are.</summary>
    public bool NamesTables { get; init; }

    /// <summary>Fewest and most elements of each of its members.</summary>
    public (int Fewest, int Most)? Elements { get; init; }

    /// <summary>What the value violates, each in AWS's words.</summary>
    /// <param name="value">Null where it is absent.</param>
    /// <param name="path">Where the member's holder stands, its dot included.</param>
    public IEnumerable<string> Violations(JsonNode? value, string path)
    {
        var problems = value is null
            ? Required ? ["Member must not be null"] : []
            : Choice(value).Concat(IsName ? NameProblems(value.GetValue<string>()) : []).Concat(Bounds(value)).Concat(OfMembers(value));
        return problems.Select(problem => $"Value {Shown(value)} at '{path}{LowerFirst(Name)}' failed to satisfy constraint: {problem}");
    }

    /// <summary>What a table's or index's name violates.</summary>
    public static IEnumerable<string> NameProblems(string name)
    {
        // An ARN is as good as a name.
        if (name.StartsWith("arn:", StringComparison.Ordinal))
        {
            yield break;
        }

        if (!Regex.IsMatch(name, $"^{NamePattern}$", RegexOptions.CultureInvariant))
        {
            yield return $"Member must satisfy regular expression pattern: {NamePattern}";
        }

        if (name.Length < 3)
        {
            yield return AtLeast(3);
        }
        else if (name.Length > 255)
        {
            yield return AtMost(255);
        }
    }

    private static string LowerFirst(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";

    private static string Shown(JsonNode? value) =>
        value is null
            ? "null"
            : $"'{(value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(AwsJson.Plain))}'";

    private IEnumerable<string> Choice(JsonNode value) =>
        Choices.Count == 0 || Choices.Contains(value.GetValue<string>())
            ? []
            : [$"Member must satisfy enum value set: [{string.Join(", ", Choices)}]"];

    private IEnumerable<string> Bounds(JsonNode value)
    {
        if (Least is { } least && value.GetValue<double>() < least)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {least}");
        }

        if (Most is { } most && value.GetValue<double>() > most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {most}");
        }

        var count = value switch { JsonObject members => members.Count, JsonArray elements => elements.Count, _ => 0 };
        if (Fewest is { } fewest && count < fewest)
        {
            yield return AtLeast(fewest);
        }

        if (Longest is { } longest && count > longest)
        {
            yield return AtMost(longest);
        }
    }

    private IEnumerable<string> OfMembers(JsonNode value)
    {
        if (NamesTables && value.AsObject().Any(member => NameProblems(member.Key).Any()))
        {
            yield return $"Map keys must satisfy constraint: [{AtMost(255)}, {AtLeast(3)}, Member must satisfy regular expression pattern: "
                + $"{NamePattern}]";
        }

        if (Elements is var (fewest, most)
            && value.AsObject().Any(member => member.Value is JsonArray elements && (elements.Count < fewest || elements.Count > most)))
        {
            yield return $"Map value must satisfy constraint: [{AtMost(most)}, {AtLeast(fewest)}]";
        }
    }

    private static string AtLeast(int length) =>
        string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {length}");

    private static string AtMost(int length) =>
        string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {length}");
}
