using Engagement.Local.Cloud;
using Engagement.Local.Ses;
using Engagement.Local.Ses.Sending;
using Engagement.Local.Sms;
using Engagement.Local.Sms.Feedback;
using Engagement.Local.Sms.Sending;

namespace Engagement.Local.Platforms;

/// <summary>What SES and End User Messaging SMS accepted, one message a recipient.</summary>
internal static class SesOutbox
{
    /// <summary>The messages, newest first.</summary>
    public static IEnumerable<OutboxMessage> Of(LocalCloud cloud) => NewestFirst.Merge(
        cloud.Service<SesService>().Sent.All.Reverse().SelectMany(mail => mail.Recipients.Select((_, index) => Message(mail, index))),
        cloud.Service<SmsService>().Sent.Reverse().Select(Message));

    private static OutboxMessage Message(SentMail mail, int recipient) => new()
    {
        Id = recipient == 0 ? mail.MessageId : $"{mail.MessageId}-{recipient}",
        At = mail.At,
        Channel = "EMAIL",
        Address = mail.Recipients[recipient].Address,
        Origin = MessageOrigin.FromTags(mail.Tags),
        From = mail.From,
        Subject = mail.Subject,
        Html = mail.Html,
        Text = mail.Text,
        Headers = mail.Headers,
        Tags = mail.Tags,
        Failure = mail.Recipients[recipient].Fate.Failure,
    };

    private static OutboxMessage Message(SentText text)
    {
        KeyValuePair<string, string>[] tags = [.. text.Context];
        return new()
        {
            Id = text.MessageId,
            At = text.At,
            Channel = "SMS",
            Address = text.To,
            Origin = MessageOrigin.FromTags(tags),
            From = text.Origination,
            Text = text.Body,
            Tags = tags,
            Failure = text.Fate == TextFate.Delivered ? null : text.Fate,
        };
    }
}
