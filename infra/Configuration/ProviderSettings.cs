using System.Text.RegularExpressions;

namespace Engagement.Infra.Configuration;

/// <summary>
/// The settings of Pulumi's AWS provider, under <c>aws:</c>. The provider reads them itself, but checks its region only when it makes the
/// first resource. In place of a missing region it would take the region of the operator's shell.
/// </summary>
internal static partial class ProviderSettings
{
    private const string Region = "region";

    /// <summary>Notes their problems.</summary>
    public static void Check(ConfigReader config)
    {
        var region = config.Text(Region);
        if (region is null || !RegionName().IsMatch(region))
        {
            config.Problem(Region, region is null
                ? "is missing; set it with 'pulumi config set aws:region eu-west-1'"
                : $"'{region}' is not an AWS region, such as eu-west-1");
        }
    }

    // Such as eu-west-1, us-gov-west-1, eusc-de-east-1.
    [GeneratedRegex("^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName();
}
