using System.Text.Json;
using EndToEnd.Tests.CompanyEvents;

namespace EndToEnd.Tests.Truth;

/// <summary>What the function that makes Pinpoint's resources may do is what the life of a stack needs.</summary>
public sealed class ProvisioningPermissionTests
{
    // The first is called when the stack itself is removed, which the local cloud does by ending; the second when a changed journey is
    // changed back, as in JourneyChangeTests.
    private static readonly string[] UsedElsewhere = ["mobiletargeting:DeleteEndpoint", "mobiletargeting:UntagResource"];

    [Fact]
    public async Task No_action_is_unused_once_resources_were_made_changed_and_removed()
    {
        using var definitions = new DefinitionsFolder();
        await using var company = await Company.StartAsync(("definitions:directory", definitions.Path));
        definitions.Replace("announcements.yaml", "    at: 2027-03-01T09:00:00Z\n", "    at: 2027-04-01T09:00:00Z\n");
        definitions.Replace("segments.yaml", "tier: { in: [premium] }", "tier: { in: [premium, gold] }");
        definitions.Replace(
            "segments.yaml",
            "\nsegments:\n",
            "\nsegments:\n  short-lived:\n    where:\n      channel: { in: [EMAIL] }\n\n");
        await DeployAsync(company);
        definitions.Replace("announcements.yaml", "via: journey\n", "via: stepFunctions\n");
        definitions.Replace("segments.yaml", "  short-lived:\n    where:\n      channel: { in: [EMAIL] }\n\n", "");
        definitions.Replace("announcements.yaml", "    via: schedule\n", "    via: stepFunctions\n");
        definitions.Replace("announcements.yaml", "    at: 2027-04-01T09:00:00Z\n", "");
        definitions.Replace(
            "announcements.yaml",
            "    values:\n      effective: 1 May 2027\n      url: https://www.example.com/prices\n",
            "");
        await DeployAsync(company);

        Assert.Equal(
            UsedElsewhere,
            company.Environment.Cloud.Authorizer.Permissions()
                .Where(permission =>
                    permission.Policy.StartsWith("provision-pinpoint-policy", StringComparison.Ordinal) && permission.Used == 0)
                .Select(permission => permission.Action));
    }

    private static async Task DeployAsync(Company company)
    {
        using var response = await company.Environment.Http.PostAsync(new Uri("_local/deploy", UriKind.Relative), content: null);
        var lines = await response.Content.ReadAsStringAsync();
        Assert.True(JsonElement.Parse(lines.Trim().Split('\n')[^1]).TryGetProperty("summary", out _), lines);
    }
}
