namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>A list.</summary>
internal sealed class VelocityList(IEnumerable<object?> items) : List<object?>(items);
