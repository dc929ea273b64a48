using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Writes values, as Java's <c>toString</c> does or as JSON.</summary>
internal sealed class ValueWriter
{
    private const int MostDepth = 4 * TemplateLimits.Depth;

    private readonly StringBuilder output = new();

    /// <summary>The value as Java writes it.</summary>
    public static string Java(object? value)
    {
        var writer = new ValueWriter();
        writer.Java(value, 0);
        return writer.output.ToString();
    }

    /// <summary>The value as JSON without white space, characters beyond ASCII as they are.</summary>
    public static string Json(object? value)
    {
        var writer = new ValueWriter();
        writer.Json(value, 0);
        return writer.output.ToString();
    }

    private void Java(object? value, int depth)
    {
        switch (value)
        {
            case TemplateList { IsJson: true }:
                Json(value, depth);
                break;
            case TemplateList list:
                Sequence('[', list, ", ", item => Java(item, depth + 1), ']', depth);
                break;
            case TemplateMap map:
                Sequence('{', map, ", ", pair => Entry(() => Java(pair.Key, depth + 1), '=', () => Java(pair.Value, depth + 1)), '}', depth);
                break;
            default:
                Append(Scalar(value));
                break;
        }
    }

    private void Json(object? value, int depth)
    {
        switch (value)
        {
            case TemplateList list:
                Sequence('[', list, ",", item => Json(item, depth + 1), ']', depth);
                break;
            case TemplateMap map:
                Sequence('{', map, ",", pair => Entry(() => Quoted(Java(pair.Key)), ':', () => Json(pair.Value, depth + 1)), '}', depth);
                break;
            case null or bool or BigInteger:
            case double number when double.IsFinite(number):
                Append(Scalar(value));
                break;
            default:
                Quoted(Scalar(value));
                break;
        }
    }

    private void Sequence<T>(char open, IEnumerable<T> items, string separator, Action<T> write, char close, int depth)
    {
        if (depth > MostDepth)
        {
            throw new ValueException($"A value holds more than {MostDepth} lists and maps within each other");
        }

        output.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            Append(isFirst ? "" : separator);
            isFirst = false;
            write(item);
        }

        output.Append(close);
    }

    private void Entry(Action key, char separator, Action value)
    {
        key();
        output.Append(separator);
        value();
    }

    private void Quoted(string text) => Append($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"");

    private void Append(string text)
    {
        if (output.Length + text.Length > TemplateLimits.TextLength)
        {
            throw new ValueException($"A value's text has more than {TemplateLimits.TextLength} characters");
        }

        output.Append(text);
    }

    private static string Scalar(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        double number => JavaDouble.Text(number),
        _ => value.ToString() ?? "",
    };
}
