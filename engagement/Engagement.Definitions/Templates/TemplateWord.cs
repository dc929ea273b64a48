namespace Engagement.Definitions.Templates;

/// <summary>A word within a tag.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Position">Where in the text of the template it stands, from 0.</param>
internal readonly record struct TemplateWord(TemplateWordKind Kind, string Text, int Position);
