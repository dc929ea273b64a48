using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

namespace Engagement.Local.ApiGateway.MappingTemplates.Variables;

/// <summary><c>$input</c>: the parameters of the caller's request, and its body as a text. JSON paths are not supported here.</summary>
/// <param name="path">Path parameters.</param>
/// <param name="query">Query parameters, decoded, the last value of each name.</param>
/// <param name="headers">Headers as the caller spelt them, the last value of each name.</param>
/// <param name="body">The body as it came.</param>
internal sealed class InputVariable(VelocityMap path, VelocityMap query, VelocityMap headers, string body = "") : ITemplateObject
{
    /// <inheritdoc/>
    public object? Property(string name, TemplatePosition position) =>
        name != "body" ? throw Missing(name, position)
        // What API Gateway makes of a request without one.
        : body.Length == 0 ? "{}"
        : body;

    /// <inheritdoc/>
    public object? Call(string name, IReadOnlyList<object> arguments, TemplatePosition position) => (name, arguments) switch
    {
        ("params", []) => new VelocityMap { ["path"] = path, ["querystring"] = query, ["header"] = headers },
        ("params", [string parameter]) =>
            path.GetValueOrDefault(parameter) ?? query.GetValueOrDefault(parameter) ?? Header(parameter) ?? "",
        _ => throw Missing(name, position),
    };

    /// <inheritdoc/>
    public TemplateException Missing(string name, TemplatePosition position) =>
        new($"$input has no member '{name}' with these arguments", position);

    private object? Header(string name) =>
        headers.FirstOrDefault(header => name.Equals(header.Key as string, StringComparison.OrdinalIgnoreCase)).Value;
}
