namespace Engagement.Local.ApiGateway.MappingTemplates;

/// <summary>A place in a template; both count from one.</summary>
internal readonly record struct TemplatePosition(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}, column {Column}";
}
