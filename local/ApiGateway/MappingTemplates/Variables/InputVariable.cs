using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

namespace Engagement.Local.ApiGateway.MappingTemplates.Variables;

/// <summary><c>$input</c>: the parameters of the caller's request, and the body that the template turns into another.</summary>
/// <param name="body">The body as text.</param>
/// <param name="path">Path parameters.</param>
/// <param name="query">Query parameters, decoded, the last value of each name.</param>
/// <param name="headers">Headers as the caller spelt them, the last value of each name.</param>
internal sealed class InputVariable(string body, TemplateMap path, TemplateMap query, TemplateMap headers) : ITemplateObject
{
    /// <summary>Recorded from API Gateway: an empty body reads as an empty object.</summary>
    private string Body => body.Length == 0 ? "{}" : body;

    /// <inheritdoc/>
    public object? Property(string name, TemplatePosition position) => name == "body" ? Body : throw Missing(name, 0, position);

    /// <inheritdoc/>
    public object? Call(string name, IReadOnlyList<object?> arguments, TemplatePosition position) => (name, arguments.Count) switch
    {
        ("params", 0) => new TemplateMap { ["path"] = path, ["querystring"] = query, ["header"] = headers },
        ("params", 1) => path.GetValueOrDefault(arguments[0] ?? "") ?? query.GetValueOrDefault(arguments[0] ?? "") ?? Header(Values.Text(arguments[0])) ?? "",
        ("path", 1) => Find(Values.Text(arguments[0])),
        ("json", 1) => ValueWriter.Json(Find(Values.Text(arguments[0])) ?? ""),
        _ => throw Missing(name, arguments.Count, position),
    };

    private object? Find(string jsonPath) => JsonPath.Find(JsonValues.Parse(Body).Value, jsonPath);

    private object? Header(string name) => headers.FirstOrDefault(header => name.Equals(header.Key as string, StringComparison.OrdinalIgnoreCase)).Value;

    private static TemplateException Missing(string name, int arguments, TemplatePosition position) =>
        new($"$input has no member '{name}' with {arguments} arguments", position);
}
