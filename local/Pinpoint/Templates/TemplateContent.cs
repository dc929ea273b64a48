namespace Engagement.Local.Pinpoint.Templates;

/// <summary>What a request says a template holds, checked.</summary>
/// <param name="Template">Its parts.</param>
/// <param name="Tags">Its first tags.</param>
internal sealed record TemplateContent(TemplateResponse Template, IReadOnlyDictionary<string, string>? Tags);
