namespace Engagement.Definitions.Templates;

/// <summary>What stands between braces, without them, comments left out.</summary>
/// <param name="Sigil">What it begins with: <c>#</c>, <c>^</c>, <c>/</c>, <c>&gt;</c>, <c>&amp;</c>, <c>{</c> (three braces) or a space for none.</param>
/// <param name="Content">The rest.</param>
/// <param name="Position">Where in the text the braces stand, from 0.</param>
/// <param name="ContentPosition">Where in the text the content stands, from 0.</param>
internal sealed record TemplateTag(char Sigil, string Content, int Position, int ContentPosition);
