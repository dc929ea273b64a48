namespace Engagement.Sending;

/// <summary>Makes of a template what one customer reads.</summary>
public interface IMessageRenderer
{
    /// <summary>
    /// Renders a message; null when it cannot be rendered for this customer. Why is not said, because it may quote what the customer said.
    /// </summary>
    RenderedEmail? Render(OutgoingMessage message);
}
