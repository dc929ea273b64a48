namespace Engagement.Definitions.Templates;

/// <summary>A template with its files, whose values are looked up when all definitions are read.</summary>
internal sealed record TemplateFiles(MessageTemplate Template, IReadOnlyList<TemplateSource> Sources);
