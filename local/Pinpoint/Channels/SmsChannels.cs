using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Channels;

/// <summary>Sets up and shows SMS channels.</summary>
internal static class SmsChannels
{
    /// <summary>Texts a second of either type ("SMS quotas" in the user guide).</summary>
    public const int MessagesPerSecond = 20;

    /// <summary>Creates or replaces an application's channel.</summary>
    public static SmsChannel Update(Application application, SmsChannelRequest request, DateTimeOffset now)
    {
        var before = application.Sms;
        return application.Sms = new()
        {
            Enabled = request.Enabled ?? before?.Enabled ?? true,
            SenderId = request.SenderId,
            ShortCode = request.ShortCode,
            CreationDate = before?.CreationDate ?? now,
            LastModifiedDate = now,
            Version = (before?.Version ?? 0) + 1,
        };
    }

    /// <summary>A channel as answers show it.</summary>
    public static SmsChannelResponse Response(Application application, SmsChannel channel) => new()
    {
        ApplicationId = application.Id,
        CreationDate = Iso8601.Format(channel.CreationDate),
        Enabled = channel.Enabled,
        HasCredential = false,
        Id = "sms",
        IsArchived = false,
        LastModifiedDate = Iso8601.Format(channel.LastModifiedDate),
        Platform = "SMS",
        PromotionalMessagesPerSecond = MessagesPerSecond,
        SenderId = channel.SenderId,
        ShortCode = channel.ShortCode,
        TransactionalMessagesPerSecond = MessagesPerSecond,
        Version = channel.Version,
    };
}
