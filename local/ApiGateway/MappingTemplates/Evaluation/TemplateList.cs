namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>A list.</summary>
/// <param name="items">Its first items.</param>
/// <param name="isJson">Whether it renders as JSON, as API Gateway renders those of <c>$input.path</c>, and not as Java does.</param>
internal sealed class TemplateList(IEnumerable<object?> items, bool isJson = false) : List<object?>(items)
{
    /// <summary>Whether it renders as JSON.</summary>
    public bool IsJson { get; } = isJson;
}
