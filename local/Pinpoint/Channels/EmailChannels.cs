using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Channels;

/// <summary>Sets up and shows e-mail channels.</summary>
internal static class EmailChannels
{
    /// <summary>Messages a second of an SES account in the sandbox, which this cloud's account is.</summary>
    public const int MessagesPerSecond = 1;

    /// <summary>Creates or replaces an application's channel.</summary>
    /// <exception cref="Aws.AwsException">The sender or the identity is missing.</exception>
    public static EmailChannel Update(Application application, EmailChannelRequest request, DateTimeOffset now)
    {
        var before = application.Email;
        var channel = new EmailChannel
        {
            Enabled = request.Enabled ?? before?.Enabled ?? true,
            FromAddress = Required(request.FromAddress, nameof(request.FromAddress)),
            Identity = Required(request.Identity, nameof(request.Identity)),
            RoleArn = request.RoleArn,
            OrchestrationSendingRoleArn = request.OrchestrationSendingRoleArn,
            ConfigurationSet = request.ConfigurationSet,
            CreationDate = before?.CreationDate ?? now,
            LastModifiedDate = now,
            Version = (before?.Version ?? 0) + 1,
        };
        application.Email = channel;
        return channel;
    }

    /// <summary>A channel as answers show it.</summary>
    public static EmailChannelResponse Response(Application application, EmailChannel channel) => new()
    {
        ApplicationId = application.Id,
        ConfigurationSet = channel.ConfigurationSet,
        CreationDate = Iso8601.Format(channel.CreationDate),
        Enabled = channel.Enabled,
        FromAddress = channel.FromAddress,
        HasCredential = false,
        Id = "email",
        Identity = channel.Identity,
        IsArchived = false,
        LastModifiedDate = Iso8601.Format(channel.LastModifiedDate),
        MessagesPerSecond = MessagesPerSecond,
        OrchestrationSendingRoleArn = channel.OrchestrationSendingRoleArn,
        Platform = "EMAIL",
        RoleArn = channel.RoleArn,
        Version = channel.Version,
    };

    private static string Required(string? value, string member) =>
        string.IsNullOrEmpty(value) ? throw PinpointError.BadRequest($"{member} is missing.") : value;
}
