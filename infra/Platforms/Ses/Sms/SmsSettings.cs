using System.Text.RegularExpressions;
using Engagement.Infra.Configuration;

namespace Engagement.Infra.Platforms.Ses.Sms;

/// <summary>Where text messages come from, under <c>ses:</c>.</summary>
internal sealed partial record SmsSettings
{
    /// <summary>The setting without which no text message is sent.</summary>
    public const string OriginationKey = "ses:smsOrigination";

    private const string Origin = "smsOrigination";
    private const string RateKey = "smsRate";

    // "Message parts per second (MPS) limits" in the user guide: no origination identity has more than some hundreds.
    private const int LargestRate = 1_000;

    /// <summary>A pool, a telephone number or a sender id: its id or ARN. Which of them costs what depends on the country.</summary>
    public required string Origination { get; init; }

    /// <summary>
    /// Text messages a second for the whole stack, 1 to 1,000; 1 by default, which is what a long code sends. A text of several parts takes
    /// the time of as many.
    /// </summary>
    public required int Rate { get; init; }

    /// <summary>The settings; null where the stack sends no text messages.</summary>
    public static SmsSettings? Read(ConfigReader config)
    {
        var rate = config.Text(RateKey) is null ? (int?)null : config.WholeNumber(RateKey, 1, 1, LargestRate);
        if (config.Text(Origin) is not { } origination)
        {
            if (rate is not null)
            {
                config.Problem(RateKey, $"is set, but {OriginationKey} is not, so that no text message is sent");
            }

            return null;
        }

        if (!Identity().IsMatch(origination))
        {
            config.Problem(
                Origin,
                $"'{origination}' is not the id of a pool (pool-…) or a telephone number (phone-…), a sender id of up to 11 letters and "
                    + "digits, or the ARN of one of them. The console shows the id of a telephone number");
        }

        return new() { Origination = origination, Rate = rate ?? 1 };
    }

    /// <summary>The resource that a permission names.</summary>
    /// <param name="prefix">Partition, service, region and account: <c>arn:aws:sms-voice:eu-west-1:123456789012</c>.</param>
    public string ArnBelow(string prefix) => Origination switch
    {
        ['a', 'r', 'n', ':', ..] => Origination,
        ['p', 'o', 'o', 'l', '-', ..] => $"{prefix}:pool/{Origination}",
        ['p', 'h', 'o', 'n', 'e', '-', ..] => $"{prefix}:phone-number/{Origination}",
        // A sender id is another resource for each country: the asterisk.
        _ => $"{prefix}:sender-id/{Origination}/*",
    };

    [GeneratedRegex(
        @"^(pool-[A-Za-z0-9]+|phone-[A-Za-z0-9]+|(?=[0-9-]*[A-Za-z])[A-Za-z0-9-]{1,11}"
            + @"|arn:[^:]+:sms-voice:[^:]+:[0-9]+:(pool|phone-number|sender-id)/[A-Za-z0-9_/-]+)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Identity();
}
