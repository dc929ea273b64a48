namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>A value with properties and methods of its own, such as <c>$input</c>.</summary>
internal interface ITemplateObject
{
    /// <summary>A property's value, or null where there is no such property.</summary>
    object? Property(string name, TemplatePosition position);

    /// <summary>What a method answers.</summary>
    /// <exception cref="TemplateException">There is no such method, or it failed.</exception>
    object? Call(string name, IReadOnlyList<object?> arguments, TemplatePosition position);
}
