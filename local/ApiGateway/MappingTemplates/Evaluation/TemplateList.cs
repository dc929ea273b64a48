namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>A list.</summary>
internal sealed class TemplateList(IEnumerable<object?> items) : List<object?>(items);
