using System.Text.Json;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies;

/// <summary>One statement of a policy, and the resource that declares it.</summary>
internal sealed record PolicyStatement(Registered Policy, JsonElement Json)
{
    public string Sid => Json.GetProperty(nameof(Sid)).GetString()!;

    public bool Allows => Json.GetProperty("Effect").GetString() == "Allow";

    public IReadOnlyList<string> Actions => Texts("Action");

    public IReadOnlyList<string> Resources => Texts("Resource");

    public bool IsConditional => Json.TryGetProperty("Condition", out _);

    /// <summary>Its principal, as text: <c>*</c> for everybody.</summary>
    public IEnumerable<string> Principals => !Json.TryGetProperty("Principal", out var principal) ? []
        : principal.ValueKind == JsonValueKind.String ? [principal.GetString()!]
        : principal.EnumerateObject().SelectMany(kind => Listed(kind.Value));

    public static IEnumerable<PolicyStatement> In(Registered policy, string key)
    {
        var statements = JsonDocument.Parse(policy.Text(key)).RootElement.GetProperty("Statement");
        return (statements.ValueKind == JsonValueKind.Array ? [.. statements.EnumerateArray()] : new[] { statements })
            .Select(statement => new PolicyStatement(policy, statement));
    }

    public bool HasCondition(string comparison, string key, string value) =>
        Json.TryGetProperty("Condition", out var condition) && condition.TryGetProperty(comparison, out var keys)
        && keys.TryGetProperty(key, out var compared) && compared.GetString() == value;

    /// <summary>The values that a condition compares a key with; none where there is no such condition.</summary>
    public IEnumerable<string> Conditions(string comparison, string key) =>
        Json.TryGetProperty("Condition", out var condition)
            && condition.TryGetProperty(comparison, out var keys)
            && keys.TryGetProperty(key, out var compared)
            ? Listed(compared)
            : [];

    public override string ToString() => $"{Policy.Name}, statement {Sid}";

    private IReadOnlyList<string> Texts(string name) => Json.TryGetProperty(name, out var value) ? [.. Listed(value)] : [];

    private static IEnumerable<string> Listed(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString()!) : [value.GetString()!];
}
