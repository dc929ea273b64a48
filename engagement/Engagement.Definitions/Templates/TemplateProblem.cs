namespace Engagement.Definitions.Templates;

/// <summary>Something in a template that is not of the template language.</summary>
/// <param name="Position">Where in the text it stands, from 0.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record TemplateProblem(int Position, string Message);
