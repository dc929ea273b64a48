namespace Engagement.Definitions.Templates;

/// <summary>A template as <see cref="TemplateLanguage"/> reads it.</summary>
/// <param name="References">The values that it shows or asks for, in the order of the text.</param>
/// <param name="Problems">What is not of the language; none where every Handlebars renders the template alike.</param>
/// <param name="Tags">Its tags, in the order of the text.</param>
public sealed record TemplateReading(
    IReadOnlyList<TemplateReference> References, IReadOnlyList<TemplateProblem> Problems, IReadOnlyList<TemplateTag> Tags);
