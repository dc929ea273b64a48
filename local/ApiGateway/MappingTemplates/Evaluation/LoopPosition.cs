namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary><c>$foreach</c>: how far the innermost loop is.</summary>
/// <param name="count">Rounds in all.</param>
/// <param name="parent">The loop around it.</param>
internal sealed class LoopPosition(int count, LoopPosition? parent) : ITemplateObject
{
    /// <summary>Rounds done before this one.</summary>
    public int Index { get; set; }

    /// <inheritdoc/>
    public object? Property(string name, TemplatePosition position) => name switch
    {
        "index" => Values.FromNumber(Index),
        "count" => Values.FromNumber(Index + 1),
        "hasNext" => Index < count - 1,
        "first" => Index == 0,
        "last" => Index == count - 1,
        "parent" => parent,
        "topmost" => parent is null ? this : parent.Property(name, position),
        _ => null,
    };

    /// <inheritdoc/>
    public object? Call(string name, IReadOnlyList<object?> arguments, TemplatePosition position) => (name, arguments.Count) switch
    {
        ("hasNext", 0) => Index < count - 1,
        ("isFirst", 0) => Index == 0,
        ("isLast", 0) => Index == count - 1,
        ("getIndex", 0) => Values.FromNumber(Index),
        ("getCount", 0) => Values.FromNumber(Index + 1),
        _ => throw new TemplateException($"$foreach has no method '{name}' with {arguments.Count} arguments", position),
    };
}
