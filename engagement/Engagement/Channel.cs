namespace Engagement;

/// <summary>
/// How a message reaches a customer. A channel is files in a template's folder and an adapter that sends. Another channel is a value here,
/// a member of <see cref="Definitions.Templates.MessageTemplate"/>, and its part of a platform's request.
/// </summary>
public enum Channel
{
    /// <summary>E-mail: <c>subject.txt</c>, <c>email.html</c> and <c>email.txt</c>.</summary>
    Email,

    /// <summary>Text message to a telephone (SMS): <c>sms.txt</c>.</summary>
    Sms,
}
