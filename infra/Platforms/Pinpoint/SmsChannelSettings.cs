using System.Text.RegularExpressions;
using Engagement.Infra.Configuration;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>The SMS channel's settings, under <c>sms:</c>.</summary>
internal sealed partial record SmsChannelSettings
{
    /// <summary>The setting without which no text message is sent.</summary>
    public const string EnabledKey = "sms:enabled";

    /// <summary>
    /// The sender that receivers see, where a country allows it: up to 11 letters and digits; null for a number of the account.
    /// </summary>
    public required string? SenderId { get; init; }

    /// <summary>The settings; null where no text message is sent.</summary>
    public static SmsChannelSettings? Read(ConfigReader config)
    {
        var (enabled, sender) = (config.Flag("enabled"), config.Text("senderId"));
        if (sender is not null && !Sender().IsMatch(sender))
        {
            config.Problem("senderId", $"'{sender}' is not 1 to 11 letters and digits, with a letter among them");
        }

        if (enabled is not true && sender is not null)
        {
            config.Problem("senderId", $"is set, but {EnabledKey} is not true, so that no text message is sent");
        }

        return enabled is true ? new() { SenderId = sender } : null;
    }

    [GeneratedRegex(@"^(?=[0-9-]*[A-Za-z])[A-Za-z0-9-]{1,11}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sender();
}
