namespace Engagement.Local.Pinpoint.Messages;

/// <summary>Channel types of push notifications.</summary>
internal static class PushChannels
{
    /// <summary>Apple's.</summary>
    public static bool IsApple(string? channelType) => channelType is "APNS" or "APNS_SANDBOX";

    /// <summary>Google's.</summary>
    public static bool IsGoogle(string? channelType) => channelType is "GCM";

    /// <summary>Any that this cloud delivers to.</summary>
    public static bool Include(string? channelType) => IsApple(channelType) || IsGoogle(channelType);
}
