using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Tasks;

namespace Pulumi.Serialization;

/// <summary>Between sent values and JSON.</summary>
internal static class PropertyJson
{
    public static object? ToProperty(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(ToProperty).ToImmutableArray(),
        _ => element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, ToProperty(member.Value))).ToImmutableDictionary(),
    };

    /// <summary>The JSON text of an input, as the members marked for it are sent.</summary>
    public static Output<string> FromInput(object value, string path)
    {
        var output = value is IInput input ? input.ToOutput() : value as IOutput;
        return output is null
            ? Output.Create(SerializeAsync(value))
            : new Output<object?>(output.GetDataAsync()).Apply(SerializeAsync);

        async Task<string> SerializeAsync(object? resolved)
            => Text(await new Serializer(keepResources: false).SerializeAsync(resolved, path));
    }

    // Spaced as the engine's protocol formats it, since a provider compares texts.
    private static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text).Replace("<", "\\u003c", StringComparison.Ordinal).Replace(">", "\\u003e", StringComparison.Ordinal)}\"",
        Unknown => $"\"{Unknown.Sentinel}\"",
        Secret secret => Text(secret.ToMap()),
        ImmutableArray<object?> list => $"[ {string.Concat(list.Select((item, index) => (index == 0 ? "" : ", ") + Text(item)))}{(list.IsEmpty ? "]" : " ]")}",
        ImmutableDictionary<string, object> map => Text(map),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} has no JSON form."),
    };

    private static string Text(ImmutableDictionary<string, object> map)
    {
        var members = map.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{Text(member.Key)}: {Text(member.Value)}");
        return map.IsEmpty ? "{ }" : $"{{ {string.Join(", ", members)} }}";
    }
}
