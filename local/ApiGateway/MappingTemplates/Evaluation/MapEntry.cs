namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>One entry of a map's <c>entrySet()</c>.</summary>
internal sealed class MapEntry(object key, object? value) : ITemplateObject
{
    /// <inheritdoc/>
    public object? Property(string name, TemplatePosition position) => name switch
    {
        "key" => key,
        "value" => value,
        _ => null,
    };

    /// <inheritdoc/>
    public object? Call(string name, IReadOnlyList<object?> arguments, TemplatePosition position) => (name, arguments.Count) switch
    {
        ("getKey", 0) => key,
        ("getValue", 0) => value,
        ("toString", 0) => ToString(),
        _ => throw new TemplateException($"A map's entry has no method '{name}' with {arguments.Count} arguments", position),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Values.Text(key)}={(value is null ? "null" : Values.Text(value))}";
}
