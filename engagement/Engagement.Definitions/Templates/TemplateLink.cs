namespace Engagement.Definitions.Templates;

/// <summary>A value that begins a link.</summary>
/// <param name="Reference">The value.</param>
/// <param name="Place">The element and attribute that it stands in, such as <c>a href</c>.</param>
internal sealed record TemplateLink(TemplateReference Reference, string Place);
