namespace Engagement.Sending;

/// <summary>An e-mail as one customer gets it.</summary>
/// <param name="Subject">One line, without line breaks.</param>
/// <param name="Html">The HTML part.</param>
/// <param name="Text">The plain text part.</param>
public sealed record RenderedEmail(string Subject, string Html, string Text);
