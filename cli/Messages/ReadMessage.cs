using Engagement.Sending;

namespace Engagement.Cli.Messages;

/// <summary>A message as one reader gets it.</summary>
/// <param name="Message">The message.</param>
/// <param name="Email">How it reads.</param>
/// <param name="Missing">What the template names and the reader has not, such as <c>User.UserAttributes.first_name</c>.</param>
internal sealed record ReadMessage(OutgoingMessage Message, RenderedEmail Email, IReadOnlyList<string> Missing);
