using Engagement.Sending;

namespace Engagement.Cli.Messages;

/// <summary>A message as one reader gets it.</summary>
/// <param name="Message">The message.</param>
/// <param name="Email">How it reads by e-mail; null where the template has none.</param>
/// <param name="Text">How it reads as a text message; null where the template has none.</param>
/// <param name="Missing">What the template names and the reader has not, such as <c>User.UserAttributes.first_name</c>.</param>
internal sealed record ReadMessage(OutgoingMessage Message, RenderedEmail? Email, RenderedText? Text, IReadOnlyList<string> Missing);
