namespace Engagement.Local.Ses.Sending;

/// <summary>A message's text, in one form or both.</summary>
internal sealed record MessageBody
{
    public MessageText? Html { get; init; }

    public MessageText? Text { get; init; }
}
