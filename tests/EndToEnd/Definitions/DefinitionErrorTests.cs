using Engagement.Infra.Configuration;
using Engagement.Local.Commands;

namespace EndToEnd.Tests.Definitions;

/// <summary>What a marketer sees of mistakes in the definitions: the output of <c>dotnet run --project local</c>.</summary>
public sealed class DefinitionErrorTests
{
    /// <summary>Definitions with a mistake of each kind.</summary>
    private static readonly string Mistaken = Path.Combine(RepositoryRoot.Path, "tests", "EndToEnd", "Definitions", "Mistaken");

    /// <summary>A line for each of them, file by file.</summary>
    private static readonly string[] Lines =
    [
        "segments.yaml:2:48: customers.userAttributes[3]: 'language' is given twice; first on line 2",
        "segments.yaml:6:5: segments.premium.descripton: unknown key; did you mean 'description'?",
        "segments.yaml:9:17: segments.premium.where.userAttributes.tier.is: unknown key; did you mean 'in'?",
        "segments.yaml:10:22: segments.premium.where.channel.in: a list of values is expected, not a text",
        "segments.yaml:15:9: segments.standard.where.userAttributes.teir: nobody sets the user attribute 'teir'; did you mean 'tier'?",
        "segments.yaml:20:32: segments.subscribers.where.userAttributes.renewal_date.after: '2000-01-01' is no such thing: an instant "
            + "with an offset is expected, such as 2026-12-01T09:00:00Z",
        "segments.yaml:23:12: segments.everyone.where: holds no condition and would reach everyone; for everyone with an e-mail address "
            + "write channel: { in: [EMAIL] }",
        "announcements.yaml:3:10: announcements.feature_release.via: 'pigeon' is not one of journey, stepFunctions, schedule",
        "announcements.yaml:7:18: announcements.feature_release.campaigns[0].segment: 'premum' is no segment of segments.yaml; did you "
            + "mean 'premium'?",
        "announcements.yaml:9:30: announcements.feature_release.campaigns[0].set.last_release: the announcement has no attribute "
            + "'verison'; did you mean 'version'?",
        "announcements.yaml:12:19: announcements.feature_release.campaigns[1].template: 'open-blok' is no folder of templates/; did you "
            + "mean 'open-block'?",
        "announcements.yaml:16:17: announcements.feature_release.campaigns[2].when.languge: nobody sets the user attribute 'languge'; did "
            + "you mean 'language'?",
        "announcements.yaml:17:16: announcements.feature_release.campaigns[2].after: '2 days' is no duration; ISO 8601 with weeks, days, "
            + "hours, minutes or seconds is expected, such as P2D or PT36H",
        "announcements.yaml:21:29: announcements.system_update.attributes[1]: the name is taken: the event's id has it",
        "announcements.yaml:23:9: announcements.system_update.campaigns[0].nmae: unknown key; did you mean 'name'?",
        "announcements.yaml:23:9: announcements.system_update.campaigns[0].name: is missing; it tells the announcement's campaigns apart",
        "announcements.yaml:29:15: announcements.system_update.campaigns[2].name: 'twice' is given twice; first on line 26",
        "announcements.yaml:32:16: announcements.system_update.campaigns[2].after: 'PT5M' is not between PT15M, how far ahead a platform "
            + "wants to know, and P365D; leave it out to start at once",
        "announcements.yaml:36:9: announcements.price_change.at: 'tomorrow' is neither now nor an instant with an offset, such as "
            + "2026-12-01T09:00:00Z",
        "announcements.yaml:39:7: announcements.price_change.values.efective: is none of the announcement's attributes; did you mean "
            + "'effective'?",
        "announcements.yaml:39:7: announcements.price_change.values.effective: is missing; no event carries the attributes of 'via: "
            + "schedule', so each needs a value here",
        "announcements.yaml:40:16: announcements.price_change.campaigns: is empty; at least one campaign is needed",
        "templates/empty/subject.txt: the file is empty, or is a pipe or device",
        "templates/open-block/email.html:2:1: {{#if User.UserAttributes.first_name}}: is not closed; '{{/if}}' is missing",
        "templates/unknown-attribute/subject.txt:1:9: {{{Attributes.event_link.[0]}}}: the announcement 'feature_release', which sends "
            + "this template, has no attribute 'link'; known are version",
        "templates/unknown-helper/email.html:1:4: {{uper User.UserAttributes.first_name.[0]}}: calls 'uper', and the template language "
            + "has no helpers: not every Handlebars knows them. Let the event or the attribute hold the finished text",
        "templates/unset/email.html:1:10: {{User.UserAttributes.frist_name.[0]}}: nobody sets the user attribute 'frist_name'; did you "
            + "mean 'first_name'?",
        "templates/unset/email.txt: the file does not exist; a template has a subject, an HTML part and a text part",
    ];

    [Fact]
    public async Task Every_mistake_is_reported_at_once_on_a_line_of_its_own_and_nothing_is_brought_up()
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();

        Assert.Equal(
            1,
            await UpCommand.RunAsync(new UpOptions("dev", 0, Mistaken, Customers: null), output, error, CancellationToken.None));

        Assert.Equal(
            Lines,
            LinesOf(error).Select(line => line.Replace(Mistaken + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));
        Assert.Equal(["Bringing up stack 'dev' on this machine:"], LinesOf(output));
    }

    private static string[] LinesOf(StringWriter writer) =>
        writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
