using System.Text.Json;
using System.Text.RegularExpressions;

namespace Engagement.Local.Iam;

/// <summary>
/// Reads policy documents. What AWS would refuse is refused, and so is what this cloud cannot evaluate: a statement obeyed in part may
/// allow what it should not.
/// </summary>
internal static partial class PolicyReader
{
    // The older, which is the default, differs only in that it knows no policy variables; they are refused anyway.
    private static readonly string[] Versions = ["2012-10-17", "2008-10-17"];

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "Sid",
        "Effect",
        "Action",
        "Resource",
        "Principal",
        "Condition"
    };

    /// <summary>The statements of a policy document.</summary>
    /// <exception cref="FormatException">It is not a policy of that kind, or holds what this cloud does not evaluate; the message names
    /// statement and element.</exception>
    public static IReadOnlyList<PolicyStatement> Read(string document, PolicyKind kind)
    {
        using var json = Parse(document);
        if (json.RootElement is not { ValueKind: JsonValueKind.Object } policy || !policy.TryGetProperty("Statement", out var statements))
        {
            throw new FormatException("the policy has no Statement");
        }

        if (policy.TryGetProperty("Version", out var version) && !Versions.Contains(version.ToString()))
        {
            throw new FormatException($"the policy's Version is '{version}'; it must be one of {string.Join(", ", Versions)}");
        }

        var read = (statements.ValueKind == JsonValueKind.Array ? statements.EnumerateArray().ToArray() : [statements])
            .Select((statement, index) => Read(statement, index, kind))
            .ToList();
        return read.GroupBy(statement => statement.Sid).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new FormatException($"the policy has two statements '{twice.Key}'; ids must be unique within a policy")
            : read;
    }

    private static JsonDocument Parse(string document)
    {
        try
        {
            return JsonDocument.Parse(document);
        }
        catch (JsonException e)
        {
            throw new FormatException($"the policy is not JSON: {e.Message}", e);
        }
    }

    private static PolicyStatement Read(JsonElement statement, int index, PolicyKind kind)
    {
        var sid = $"#{index + 1}";
        try
        {
            sid = Text(statement, "Sid") is { Length: > 0 } given ? given : sid;
            return kind == PolicyKind.Resource || sid[0] == '#' || sid.All(char.IsAsciiLetterOrDigit)
                ? Read(statement, sid, kind)
                : throw new FormatException("Sid may hold letters and digits only");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new FormatException($"statement '{sid}': {e.Message}", e);
        }
    }

    private static PolicyStatement Read(JsonElement statement, string sid, PolicyKind kind)
    {
        if (statement.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !Elements.Contains(name)) is { } unknown)
        {
            throw new FormatException($"{unknown} is not evaluated by this local cloud, which knows {string.Join(", ", Elements)}");
        }

        var allows = Text(statement, "Effect") switch
        {
            "Allow" => true,
            "Deny" => false,
            _ => throw new FormatException("Effect must be Allow or Deny"),
        };
        return new()
        {
            Sid = sid,
            Allows = allows,
            Principals = Principals(statement, kind),
            Actions = Actions(statement, kind),
            Resources = Resources(statement, kind),
            Conditions = Conditions(statement, allows),
        };
    }

    private static PolicyPrincipals? Principals(JsonElement statement, PolicyKind kind) =>
        (statement.TryGetProperty("Principal", out var principal), kind) switch
        {
            (true, not PolicyKind.Identity) => PrincipalReader.Read(principal),
            (false, PolicyKind.Identity) => null,
            (true, PolicyKind.Identity) => throw new FormatException("Principal has no place in a role's own policy"),
            _ => throw new FormatException("Principal is missing"),
        };

    private static IReadOnlyList<string> Actions(JsonElement statement, PolicyKind kind)
    {
        var actions = Required(statement, "Action");
        if (actions.FirstOrDefault(action => !ActionPattern().IsMatch(action)) is { } malformed)
        {
            throw new FormatException($"Action '{malformed}' is not of the form service:Operation");
        }

        return kind == PolicyKind.Trust
            && actions.FirstOrDefault(action => !action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)) is { } other
            ? throw new FormatException($"Action '{other}' has no place in a trust policy, which is about sts:AssumeRole")
            : actions;
    }

    private static IReadOnlyList<string> Resources(JsonElement statement, PolicyKind kind)
    {
        if (kind == PolicyKind.Trust)
        {
            return statement.TryGetProperty("Resource", out _) ? throw new FormatException("Resource has no place in a trust policy") : [];
        }

        var resources = Required(statement, "Resource");
        return resources.FirstOrDefault(resource => resource != "*" && !ArnPattern.IsPattern(resource)) is { } malformed
            ? throw new FormatException($"Resource '{malformed}' is neither an ARN nor *")
            : resources;
    }

    private static IReadOnlyList<StatementCondition> Conditions(JsonElement statement, bool allows) =>
        statement.TryGetProperty("Condition", out var conditions)
        ? [.. from op in conditions.EnumerateObject()
              from key in op.Value.EnumerateObject()
              select StatementCondition.Read(op.Name, key.Name, PolicyJson.Texts(key.Value, $"Condition {op.Name} of {key.Name}"), allows)]
        : [];

    private static IReadOnlyList<string> Required(JsonElement statement, string name) =>
        statement.TryGetProperty(name, out var value) && PolicyJson.Texts(value, name) is { Count: > 0 } texts
            ? texts
            : throw new FormatException($"{name} is missing");

    private static string? Text(JsonElement statement, string name) =>
        statement.TryGetProperty(name, out var value) ? value.GetString() : null;

    [GeneratedRegex(@"^(\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ActionPattern();
}
