namespace Handlers.Tests.Definitions;

public sealed class AcrossFilesTests : IDisposable
{
    private readonly DefinitionFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Folder_without_a_mistake_is_read_whole()
    {
        var set = folder.Load();
        Assert.Equal(
            ("signup", "premium", "release"),
            (set.TrackingPlan.Events[0].Name, set.Segments.Segments[0].Name, set.Announcements.Announcements[0].Name));
        var template = Assert.Single(set.Templates);
        Assert.Equal(
            ("news", "News", "<p>{{Attributes.event_version.[0]}}</p>\n", "News\n"),
            (template.Name, template.Email!.Subject, template.Email.Html, template.Email.Text));
    }

    [Fact]
    public void Missing_segments_announcements_and_templates_are_none()
    {
        var set = folder.Without("segments.yaml").Without("announcements.yaml").Without("templates").Load();
        Assert.Empty(set.Segments.Segments);
        Assert.Empty(set.Announcements.Announcements);
        Assert.Empty(set.Templates);
    }

    [Fact]
    public void Missing_tracking_plan_is_an_error() =>
        Assert.Equal(["events.yaml: the file does not exist"], folder.Without("events.yaml").Errors());

    [Fact]
    public void Missing_tracking_plan_does_not_hide_other_errors() => Assert.Equal(
        [
            "events.yaml: the file does not exist",
            "announcements.yaml:6:31: announcements.release.campaigns[0].segment: 'premium' is no segment of segments.yaml",
        ],
        folder.Without("events.yaml").Without("segments.yaml").Errors());

    [Theory]
    [InlineData(
        "segment: premium",
        "segment: premum",
        "announcements.yaml:6:31: announcements.release.campaigns[0].segment: 'premum' is no segment of segments.yaml; did you mean 'premium'?")]
    [InlineData(
        "segment: premium",
        "segment: everyone",
        "announcements.yaml:6:31: announcements.release.campaigns[0].segment: 'everyone' is no segment of segments.yaml; known are premium")]
    [InlineData(
        "template: news",
        "template: new",
        "announcements.yaml:6:50: announcements.release.campaigns[0].template: 'new' is no folder of templates/; did you mean 'news'?")]
    [InlineData(
        "template: news,",
        "template: news, when: { languge: [en] },",
        "announcements.yaml:6:64: announcements.release.campaigns[0].when.languge: nobody sets the user attribute 'languge'; did you mean 'language'?")]
    [InlineData(
        "template: news,",
        "template: news, when: { shoe_size: [44] },",
        "announcements.yaml:6:64: announcements.release.campaigns[0].when.shoe_size: nobody sets the user attribute 'shoe_size'; if a back end or an import does, list it in segments.yaml under customers.userAttributes")]
    public void Announcement_names_nothing_that_is_not_there(string right, string wrong, string error) =>
        Assert.Equal([error], folder.Edit("announcements.yaml", right, wrong).Errors());

    [Theory]
    [InlineData(
        "userAttributes: { tier:",
        "userAttributes: { teir:",
        "segments.yaml:3:41: segments.premium.where.userAttributes.teir: nobody sets the user attribute 'teir'; did you mean 'tier'?")]
    [InlineData(
        "where: { userAttributes: { tier:",
        "where: { attributes: { tier:",
        "segments.yaml:3:37: segments.premium.where.attributes.tier: nobody sets the endpoint attribute 'tier'; if a back end or an import does, list it in segments.yaml under customers.attributes")]
    [InlineData(
        "{ userAttributes: { tier: { in: [premium] } } }",
        "{ metrics: { orders: { equal: 1 } } }",
        "segments.yaml:3:34: segments.premium.where.metrics.orders: nobody sets the endpoint metric 'orders'; if a back end or an import does, list it in segments.yaml under customers.metrics")]
    public void Segment_looks_at_nothing_that_nobody_sets(string right, string wrong, string error) =>
        Assert.Equal([error], folder.Edit("segments.yaml", right, wrong).Errors());

    [Theory]
    [InlineData("plan")]
    [InlineData("last_release")]
    [InlineData("language")]
    public void User_attribute_may_be_set_by_the_pixel_an_announcement_or_a_back_end(string attribute) =>
        Assert.Empty(folder.Edit("segments.yaml", "{ tier:", $"{{ {attribute}:").Errors());

    [Fact]
    public void Event_of_the_pixel_cannot_have_an_announcements_name() => Assert.Equal(
        [
            "events.yaml:2:3: events.release: is the name of an announcement, and the pixel records no company event; call one of the two "
                + "something else",
        ],
        folder.Edit("events.yaml", "signup", "release").Errors());

    [Fact]
    public void All_errors_of_all_files_are_reported_file_by_file() => Assert.Equal(
        [
            "events.yaml:2:23: events.signup.identity: 'sgned' is not one of anonymous, signed",
            "segments.yaml:3:53: segments.premium.where.userAttributes.tier.in: a list of values is expected, not a text",
            "announcements.yaml:3:10: announcements.release.via: 'pigeon' is not one of journey, stepFunctions, schedule",
            "announcements.yaml:6:31: announcements.release.campaigns[0].segment: 'premum' is no segment of segments.yaml; did you mean "
                + "'premium'?",
            "templates/news/subject.txt: the file is empty, or holds nothing that can be seen",
        ],
        folder.Edit("events.yaml", "identity: signed", "identity: sgned").Edit("segments.yaml", "[premium]", "premium")
            .Edit("announcements.yaml", "via: journey", "via: pigeon").Edit("announcements.yaml", "segment: premium", "segment: premum")
            .With("templates/news/subject.txt", "\n").Errors());

    [Fact]
    public void File_that_is_no_YAML_does_not_make_others_wrong() => Assert.Equal(
        ["segments.yaml:1:22: not valid YAML: While parsing a flow sequence, did not find expected ',' or ']'."],
        folder.With("segments.yaml", "segments: { a: [b, c }\n  d: e\n").Errors());

    [Fact]
    public void More_user_attributes_than_an_endpoint_takes_are_refused()
    {
        var names = string.Join(", ", Enumerable.Range(0, 249).Select(i => $"n{i}"));
        Assert.Equal(
            [
                "segments.yaml: 251 different user attributes in events.yaml, segments.yaml and announcements.yaml; at most 250 an "
                    + "endpoint are possible",
            ],
            folder.Edit("segments.yaml", "[tier, language]", $"[tier, plan, {names[..names.LastIndexOf(',')]}]").Errors());
    }
}
