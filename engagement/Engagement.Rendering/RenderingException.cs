namespace Engagement.Rendering;

/// <summary>A template cannot be rendered for an endpoint.</summary>
/// <param name="message">What is wrong, as the renderer says it. It may quote the template, and no value.</param>
/// <param name="inner">What the renderer threw.</param>
public sealed class RenderingException(string message, Exception? inner = null) : Exception(message, inner);
