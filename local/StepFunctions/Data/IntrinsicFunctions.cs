using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.StepFunctions.Data;

/// <summary>
/// The intrinsic functions of the States language that the stack uses, or may after a small edit:
/// https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
/// </summary>
internal static class IntrinsicFunctions
{
    private static readonly Dictionary<string, Func<JsonNode?[], JsonNode?>> All = new(StringComparer.Ordinal)
    {
        ["States.Format"] = Format,
        ["States.StringToJson"] = args => Text(args, 0) is var text && string.IsNullOrWhiteSpace(text) ? null : WireJson.Parse(text),
        ["States.JsonToString"] = args => args[0]?.ToJsonString(AwsJson.Plain) ?? "null",
        ["States.Array"] = args => new JsonArray(args),
        ["States.ArrayContains"] = args => List(args, 0).Any(element => JsonNode.DeepEquals(element, args[1])),
        ["States.ArrayGetItem"] = args => List(args, 0)[Index(args)]?.DeepClone(),
        ["States.ArrayLength"] = args => List(args, 0).Count,
        ["States.MathAdd"] = args => checked(Whole(args, 0) + Whole(args, 1)),
        ["States.StringSplit"] = args => new JsonArray([.. Split(Text(args, 0), Text(args, 1)).Select(part => JsonValue.Create(part))]),
    };

    public static bool Exists(string name) => All.ContainsKey(name);

    /// <exception cref="StateException">The arguments are not what the function takes.</exception>
    public static JsonNode? Call(string name, JsonNode?[] arguments)
    {
        try
        {
            return All[name](arguments);
        }
        catch (Exception e) when (
            e is FormatException or JsonException or ArgumentException or IndexOutOfRangeException
                or InvalidOperationException or OverflowException)
        {
            // JSON's own message may quote the data.
            throw StateError.Intrinsic(name, e is JsonException ? "the argument is not JSON" : e.Message);
        }
    }

    /// <summary><c>{}</c> is the next argument; <c>\{</c>, <c>\}</c> and <c>\\</c> are themselves.</summary>
    private static JsonNode Format(JsonNode?[] args)
    {
        var template = Text(args, 0);
        var text = new StringBuilder();
        var next = 1;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '\\' && i + 1 < template.Length)
            {
                text.Append(template[++i]);
            }
            else if (template.AsSpan(i).StartsWith("{}"))
            {
                text.Append(Shown(args[next++]));
                i++;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        return next == args.Length ? text.ToString() : throw new FormatException($"{next - 1} places for {args.Length - 1} arguments");
    }

    /// <summary>As Java shows maps and lists, which is what Step Functions formats with.</summary>
    private static string Shown(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject json => $"{{{string.Join(", ", json.Select(member => $"{member.Key}={Shown(member.Value)}"))}}}",
        JsonArray list => $"[{string.Join(", ", list.Select(Shown))}]",
        _ => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(AwsJson.Plain),
    };

    /// <summary>Splits at each of the characters; a character beyond the first plane is one, not its two halves.</summary>
    private static List<string> Split(string text, string separators)
    {
        var at = separators.EnumerateRunes().ToHashSet();
        var (parts, part) = (new List<string>(), new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            if (!at.Contains(rune))
            {
                part.Append(rune);
                continue;
            }

            parts.Add(part.ToString());
            part.Clear();
        }

        return [.. parts.Append(part.ToString()).Where(each => each.Length > 0)];
    }

    private static string Text(JsonNode?[] args, int i) =>
        args[i]?.GetValueKind() == JsonValueKind.String
            ? args[i]!.GetValue<string>()
            : throw new FormatException($"argument {i + 1} is not a string");

    private static JsonArray List(JsonNode?[] args, int i) =>
        args[i] as JsonArray ?? throw new FormatException($"argument {i + 1} is not an array");

    /// <summary>A number, rounded as Java rounds: a half goes up, -1.5 to -1.</summary>
    private static int Whole(JsonNode?[] args, int i)
    {
        var number = args[i]?.GetValueKind() == JsonValueKind.Number
            ? Math.Floor(double.Parse(args[i]!.ToJsonString(), CultureInfo.InvariantCulture) + 0.5)
            : throw new FormatException($"argument {i + 1} is not a number");
        return number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new FormatException($"argument {i + 1} is not between {int.MinValue} and {int.MaxValue}");
    }

    private static int Index(JsonNode?[] args) =>
        Whole(args, 1) is var index && index >= 0 && index < List(args, 0).Count
            ? index
            : throw new FormatException("the index is beyond the array");
}
