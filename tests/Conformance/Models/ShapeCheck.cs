using System.Globalization;
using System.Text.Json;

namespace Conformance.Tests.Models;

/// <summary>Compares an answer with the shape that a client expects.</summary>
internal sealed class ShapeCheck
{
    private readonly List<string> violations = [];

    /// <summary>Every place where the answer is not of that shape: a member that is missing or unknown, a value of another kind.</summary>
    public static IReadOnlyList<string> Violations(JsonElement answer, Shape shape)
    {
        var check = new ShapeCheck();
        check.Value(answer, shape, "$");
        return check.violations;
    }

    private void Value(JsonElement value, Shape shape, string path)
    {
        switch (shape)
        {
            case StructureShape structure when Is(value, JsonValueKind.Object, path):
                Structure(value, structure, path);
                break;
            case MapShape map when Is(value, JsonValueKind.Object, path):
                Map(value, map, path);
                break;
            case ListShape list when Is(value, JsonValueKind.Array, path):
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Value(item, list.Item(), string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"));
                }

                break;
            case TextShape text when Is(value, JsonValueKind.String, path) && text.Values?.Contains(value.GetString()!) == false:
                violations.Add($"{path} is '{value.GetString()}', which the model does not list");
                break;
            case TimeShape { IsText: true } when Is(value, JsonValueKind.String, path)
                && !DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _):
                violations.Add($"{path} is no instant: {value}");
                break;
            case NumberShape or TimeShape { IsText: false }:
                Is(value, JsonValueKind.Number, path);
                break;
            case BooleanShape:
                Is(value, value.ValueKind == JsonValueKind.False ? JsonValueKind.False : JsonValueKind.True, path);
                break;
            default:
                break;
        }
    }

    private void Structure(JsonElement value, StructureShape structure, string path)
    {
        foreach (var (name, member) in structure.Members.Where(member => member.Value.Required && !value.TryGetProperty(member.Key, out _)))
        {
            violations.Add($"{path}.{name} is required and missing");
        }

        foreach (var member in value.EnumerateObject())
        {
            if (structure.Members.TryGetValue(member.Name, out var known))
            {
                Value(member.Value, known.Shape(), $"{path}.{member.Name}");
            }
            else
            {
                violations.Add($"{path}.{member.Name} is unknown to the model");
            }
        }
    }

    private void Map(JsonElement value, MapShape map, string path)
    {
        foreach (var entry in value.EnumerateObject())
        {
            if (map.Keys?.Contains(entry.Name) == false)
            {
                violations.Add($"{path} has the key '{entry.Name}', which the model does not list");
            }

            Value(entry.Value, map.Value(), $"{path}.{entry.Name}");
        }
    }

    private bool Is(JsonElement value, JsonValueKind kind, string path)
    {
        if (value.ValueKind == kind)
        {
            return true;
        }

        violations.Add($"{path} is {value.ValueKind}, not {kind}");
        return false;
    }
}
