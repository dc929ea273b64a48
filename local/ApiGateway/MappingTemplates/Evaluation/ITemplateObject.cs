namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>A value with methods of its own: <c>$input</c> and <c>$util</c>.</summary>
internal interface ITemplateObject
{
    /// <summary>What a method answers.</summary>
    /// <exception cref="TemplateException">There is no such method, or it failed.</exception>
    object? Call(string name, IReadOnlyList<object> arguments, TemplatePosition position);

    /// <summary>The value of a property.</summary>
    /// <exception cref="TemplateException">There is no such property.</exception>
    object? Property(string name, TemplatePosition position) => throw Missing(name, position);

    /// <summary>The error for a member that this value does not have.</summary>
    TemplateException Missing(string name, TemplatePosition position);
}
