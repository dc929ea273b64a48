namespace Engagement.Definitions.Templates;

/// <summary>A place in a template that shows or asks for a value, such as <c>User.UserAttributes.tier.[0]</c>.</summary>
/// <param name="Path">As it is written.</param>
/// <param name="Segments">Its parts, without brackets.</param>
/// <param name="Position">Where in the text it stands, from 0.</param>
internal sealed record TemplateReference(string Path, string[] Segments, int Position);
