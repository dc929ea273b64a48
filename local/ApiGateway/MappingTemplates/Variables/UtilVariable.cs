using System.Text;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

namespace Engagement.Local.ApiGateway.MappingTemplates.Variables;

/// <summary><c>$util</c>.</summary>
internal sealed class UtilVariable : ITemplateObject
{
    /// <inheritdoc/>
    public object? Property(string name, TemplatePosition position) => throw Missing(name, position);

    /// <inheritdoc/>
    public object? Call(string name, IReadOnlyList<object?> arguments, TemplatePosition position)
    {
        if (arguments.Count != 1)
        {
            throw new TemplateException($"$util.{name} takes one argument, not {arguments.Count}", position);
        }

        var text = Values.Text(arguments[0]);
        return name switch
        {
            "urlEncode" => JavaUrl.Encode(text),
            "urlDecode" => JavaUrl.Decode(text),
            "escapeJavaScript" => JavaScriptText.Escape(text),
            "base64Encode" => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
            "base64Decode" => FromBase64(text),
            "parseJson" => JsonValues.Parse(text) is (true, var value) ? value : throw new ValueException("parseJson: the text is not JSON"),
            _ => throw Missing(name, position),
        };
    }

    private static string FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new ValueException("base64Decode: the text is not Base64");
    }

    private static TemplateException Missing(string name, TemplatePosition position) => new($"$util has no member '{name}'", position);
}
