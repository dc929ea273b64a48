using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Local.StepFunctions.Definition;

/// <summary>The comparison operators of Choice states. Values of another type than the operator's are never what it asks for.</summary>
internal static class ChoiceOperators
{
    private static readonly Dictionary<string, Func<JsonNode?, JsonNode?, bool>> All = Build();

    /// <summary>The operator of that name, without <c>Path</c>; null where there is none.</summary>
    public static Func<JsonNode?, JsonNode?, bool>? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>Whether an operator asks what its variable is, and takes true or false.</summary>
    public static bool IsTypeTest(string name) => name.StartsWith("Is", StringComparison.Ordinal);

    /// <summary>Whether the States language has the operator and this cloud has not.</summary>
    public static bool IsLeftOut(string name) =>
        name is "StringMatches" or "IsTimestamp" || name.StartsWith("Timestamp", StringComparison.Ordinal);

    private static Dictionary<string, Func<JsonNode?, JsonNode?, bool>> Build()
    {
        var all = new Dictionary<string, Func<JsonNode?, JsonNode?, bool>>(StringComparer.Ordinal)
        {
            ["BooleanEquals"] = (value, operand) => Flag(value) is { } flag && flag == Flag(operand),
            ["IsPresent"] = (_, operand) => Flag(operand) == true,
            ["IsNull"] = (value, operand) => (value is null) == Flag(operand),
            ["IsNumeric"] = (value, operand) => Number(value) is not null == Flag(operand),
            ["IsString"] = (value, operand) => Text(value) is not null == Flag(operand),
            ["IsBoolean"] = (value, operand) => Flag(value) is not null == Flag(operand),
        };
        Add("String", (value, operand) => Text(value) is { } x && Text(operand) is { } y ? string.CompareOrdinal(x, y) : null);
        Add("Numeric", (value, operand) => Number(value) is { } x && Number(operand) is { } y ? x.CompareTo(y) : null);
        return all;

        void Add(string type, Func<JsonNode?, JsonNode?, int?> compare)
        {
            all[$"{type}Equals"] = (value, operand) => compare(value, operand) == 0;
            all[$"{type}LessThan"] = (value, operand) => compare(value, operand) < 0;
            all[$"{type}LessThanEquals"] = (value, operand) => compare(value, operand) <= 0;
            all[$"{type}GreaterThan"] = (value, operand) => compare(value, operand) > 0;
            all[$"{type}GreaterThanEquals"] = (value, operand) => compare(value, operand) >= 0;
        }
    }

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static double? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : null;

    private static bool? Flag(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
