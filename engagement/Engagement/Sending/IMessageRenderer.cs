namespace Engagement.Sending;

/// <summary>Makes of a template what one customer reads.</summary>
public interface IMessageRenderer
{
    /// <summary>
    /// Renders an e-mail; null when it cannot be rendered for this customer. Why is not said, because it may quote what the customer said.
    /// </summary>
    RenderedEmail? RenderEmail(OutgoingMessage message);

    /// <summary>Renders a text message; null when it cannot be rendered for this customer.</summary>
    RenderedText? RenderText(OutgoingMessage message);
}
