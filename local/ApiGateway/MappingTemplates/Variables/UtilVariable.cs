using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

namespace Engagement.Local.ApiGateway.MappingTemplates.Variables;

/// <summary><c>$util</c>.</summary>
internal sealed class UtilVariable : ITemplateObject
{
    /// <inheritdoc/>
    public object? Call(string name, IReadOnlyList<object> arguments, TemplatePosition position) => (name, arguments) switch
    {
        ("urlEncode", [var text]) => JavaUrl.Encode(TemplateValues.Text(text)),
        ("urlEncode", _) => throw new TemplateException($"$util.urlEncode takes one argument, not {arguments.Count}", position),
        _ => throw Missing(name, position),
    };

    /// <inheritdoc/>
    public TemplateException Missing(string name, TemplatePosition position) => new($"$util has no member '{name}'", position);
}
