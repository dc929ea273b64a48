using System.Text.RegularExpressions;
using Engagement.Infra.Configuration;

namespace Engagement.Infra.Platforms.Ses.Sending;

/// <summary>Who messages come from, as <c>ses:fromAddress</c> says.</summary>
internal sealed partial record SenderSettings
{
    private const string Key = "fromAddress";

    /// <summary>Sender, as an address or as <c>Name &lt;address&gt;</c>.</summary>
    public required string From { get; init; }

    /// <summary>The address within it.</summary>
    public required string Address { get; init; }

    /// <param name="config">The settings under <c>ses:</c>.</param>
    /// <param name="domain">The domain that SES signs for; an address belongs to it or to a domain below it.</param>
    public static SenderSettings Read(ConfigReader config, string domain)
    {
        var from = config.Text(Key);
        var address = from is null ? null : AddressIn(from);
        if (address is null)
        {
            config.Problem(Key, from is null
                ? "is missing; set it with 'pulumi config set ses:fromAddress \"Shop <shop@example.com>\"'"
                : $"'{from}' is neither an address in ASCII, such as shop@example.com, nor a name and an address, such as"
                    + " Shop <shop@example.com>");
        }
        else if (domain.Length > 0 && !IsWithin(address, domain))
        {
            config.Problem(Key, $"'{address}' is not an address of {domain} (ses:domain), for which alone SES sends");
        }

        return new() { From = from ?? "", Address = address ?? "" };
    }

    private static string? AddressIn(string from) =>
        Sender().Match(from) is { Success: true } match ? match.Groups["address"].Value : null;

    private static bool IsWithin(string address, string domain)
    {
        var host = address[(address.LastIndexOf('@') + 1)..];
        return host == domain || host.EndsWith($".{domain}", StringComparison.Ordinal);
    }

    // SES takes 7-bit ASCII in the local part; a name of these characters needs no quotes and no encoding.
    [GeneratedRegex(
        @"^(?<name>[A-Za-z0-9][A-Za-z0-9 &'_-]*<)?(?<address>[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@([a-z0-9-]+\.)+[a-z]{2,63})(?(name)>)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Sender();
}
