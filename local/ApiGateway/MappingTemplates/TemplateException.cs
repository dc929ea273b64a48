namespace Engagement.Local.ApiGateway.MappingTemplates;

/// <summary>A mapping template that cannot be read or evaluated.</summary>
/// <param name="problem">What is wrong, naming the directive, member or operator.</param>
/// <param name="position">Where.</param>
internal sealed class TemplateException(string problem, TemplatePosition position) : Exception($"{problem} ({position})")
{
    /// <summary>Where.</summary>
    public TemplatePosition Position { get; } = position;
}
