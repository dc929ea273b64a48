using Handlers.Tests.Definitions;

namespace Handlers.Tests.Templates;

public sealed class TemplateErrorTests : IDisposable
{
    private const string Html = "templates/news/email.html";

    private readonly DefinitionFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("{{Attributes.event_verison}}", "{{Attributes.event_verison}}: the announcement 'release', which sends this template, has no attribute 'verison'; did you mean 'version'?")]
    [InlineData("{{Attributes.event_colour.[0]}}", "{{Attributes.event_colour.[0]}}: the announcement 'release', which sends this template, has no attribute 'colour'; known are version")]
    [InlineData("{{User.UserAttributes.teir}}", "{{User.UserAttributes.teir}}: nobody sets the user attribute 'teir'; did you mean 'tier'?")]
    [InlineData("{{Attributes.newsletter.[0]}}", "{{Attributes.newsletter.[0]}}: nobody sets the endpoint attribute 'newsletter'; if a back end or an import does, list it in segments.yaml under customers.attributes")]
    [InlineData("{{Metrics.orders}}", "{{Metrics.orders}}: nobody sets the endpoint metric 'orders'; if a back end or an import does, list it in segments.yaml under customers.metrics")]
    [InlineData("{{Adress}}", "{{Adress}}: Pinpoint knows no 'Adress'; did you mean 'Address'?")]
    [InlineData("{{version}}", "{{version}}: Pinpoint knows no 'version'; a customer's values are User.UserAttributes.NAME, an event's Attributes.event_NAME")]
    [InlineData("{{#if User.UserAttributes.teir}}x{{/if}}", "{{#if User.UserAttributes.teir}}: nobody sets the user attribute 'teir'; did you mean 'tier'?")]
    [InlineData("{{#unless (eq User.UserAttributes.teir.[0] \"x\")}}x{{/unless}}", "{{#unless (eq User.UserAttributes.teir.[0] \"x\")}}: nobody sets the user attribute 'teir'; did you mean 'tier'?")]
    [InlineData("{{#if Address}}x{{else if User.UserAttributes.teir}}y{{/if}}", "{{else if User.UserAttributes.teir}}: nobody sets the user attribute 'teir'; did you mean 'tier'?", 20)]
    [InlineData("{{upper User.UserAttributes.teir}}", "{{upper User.UserAttributes.teir}}: nobody sets the user attribute 'teir'; did you mean 'tier'?")]
    [InlineData("{{join User.UserAttributes.tier \", \" prefix=User.UserAttributes.teir}}", "{{join User.UserAttributes.tier \", \" prefix=User.UserAttributes.teir}}: nobody sets the user attribute 'teir'; did you mean 'tier'?")]
    [InlineData("{{uper User.UserAttributes.tier}}", "{{uper User.UserAttributes.tier}}: 'uper' is no helper of Pinpoint; did you mean 'upper'?")]
    [InlineData("{{#iff Address}}x{{/iff}}", "{{#iff Address}}: 'iff' is no block helper of Pinpoint; did you mean 'if'?")]
    [InlineData("{{> header}}", "{{> header}}: includes another template, which Pinpoint has none of")]
    [InlineData("{{#if Address}}x", "{{#if Address}}: is not closed; '{{/if}}' is missing")]
    [InlineData("{{#if Address}}x{{/unless}}{{/if}}", "{{/unless}}: closes nothing; '{{#if}}' is open here", 20)]
    [InlineData("x{{/if}}", "{{/if}}: closes nothing", 5)]
    [InlineData("{{else}}", "{{else}}: stands in no block")]
    [InlineData("{{ }}", "{{ }}: is empty")]
    [InlineData("{{Address", "{{Address: is not closed; '}}' is missing")]
    [InlineData("{{{Address}}}", "{{{Address}}}: shows the value unescaped, and a customer's value could hold HTML; write it with two braces")]
    [InlineData("{{&Address}}", "{{&Address}}: shows the value unescaped, and a customer's value could hold HTML; write it with two braces")]
    [InlineData("{{#each User.UserAttributes.tier}}{{User.UserId}}{{/each}}", "{{User.UserId}}: 'User.UserId' is looked for in the element here; write '../User.UserId' for what stands outside the list", 38)]
    public void Problem_is_named_with_file_line_column_and_tag(string html, string error, int column = 4) =>
        Assert.Equal([$"{Html}:2:{column}: {error}"], folder.With(Html, $"<p>\n   {html}\n</p>").Errors());

    [Theory]
    [InlineData("{{Attributes.event_version}} {{~Attributes.event_version.[0]~}} {{Attributes.[event_version].[0]}} {{ Attributes.event_version.0 }}")]
    [InlineData("{{User.UserAttributes.tier}} {{User.UserAttributes.last_release.[0]}} {{User.UserAttributes.plan}} {{User.UserId}} {{Location.City}}")]
    [InlineData("{{! a comment with {{ braces }} {{!-- one with {{Nothing}} in it --}} \\{{Nothing}}")]
    [InlineData("{{#each User.UserAttributes.tier}}{{@index}} {{this}} {{../User.UserId}}{{else}}none{{/each}}")]
    [InlineData("{{#each User.UserAttributes.tier as |tier|}}{{tier}} {{upper tier}}{{/each}}")]
    [InlineData("{{#with User.UserAttributes}}{{this.tier}}{{/with}}")]
    [InlineData("{{#and (eq Location.City \"Los Angeles\") (eq Location.Country 'US')}}x{{^}}y{{/and}}")]
    [InlineData("{{dateFormat (now) outputFormat=\"full\" tz=America/Los_Angeles}} {{now}} {{add 5 2.3}} {{abbreviate User.UserAttributes.tier.[0] 6}}")]
    [InlineData("{ } }} { { a } }")]
    [InlineData("")]
    public void What_Pinpoint_understands_is_let_through(string html) => Assert.Empty(folder.With(Html, $"<p>{html}</p>").Errors());

    [Fact]
    public void Text_and_subject_may_show_values_unescaped() =>
        Assert.Empty(folder.With("templates/news/subject.txt", "{{{Attributes.event_version.[0]}}}\n").With("templates/news/email.txt", "{{&Attributes.event_version.[0]}}").Errors());

    [Fact]
    public void Template_shows_only_what_every_announcement_that_sends_it_has() => Assert.Equal(
        [$"{Html}:1:4: {{{{Attributes.event_version.[0]}}}}: the announcement 'other', which sends this template, has no attribute 'version'"],
        folder.Edit("announcements.yaml", "announcements:", "announcements:\n  other: { via: journey, campaigns: [{ name: a, segment: premium, template: news }] }").Errors());

    [Fact]
    public void Template_that_nobody_sends_can_show_no_event() => Assert.Equal(
        [$"{Html}:1:4: {{{{Attributes.event_version.[0]}}}}: nobody sets the event's attribute 'version': no announcement sends this template"],
        folder.Without("announcements.yaml").Errors());

    [Theory]
    [InlineData("subject.txt")]
    [InlineData("email.html")]
    [InlineData("email.txt")]
    public void Every_template_has_three_files(string file) => Assert.Equal(
        [$"templates/news/{file}: the file does not exist; a template has a subject, an HTML part and a text part"],
        folder.Without($"templates/news/{file}").Errors());

    [Theory]
    [InlineData("templates/news/emial.html", "templates/news/emial.html: is no file of a template; did you mean 'email.html'?")]
    [InlineData("templates/news.html", "templates/news.html: stands beside the templates; each has a folder with subject.txt, email.html and email.txt")]
    public void Stray_file_is_refused(string file, string error) => Assert.Equal([error], folder.With(file, "x").Errors());

    [Fact]
    public void Hidden_file_does_not_matter() => Assert.Empty(folder.With("templates/.DS_Store", "x").With("templates/news/.email.html.swp", "x").Errors());

    [Fact]
    public void Name_that_Pinpoint_cannot_use_is_refused() => Assert.Equal(
        ["templates/good news: the name holds something else than letters (a to z), digits, _ and -, or does not begin with a letter or digit"],
        folder.With("templates/good news/subject.txt", "x").With("templates/good news/email.html", "x").With("templates/good news/email.txt", "x").Errors());

    [Fact]
    public void Subject_is_one_line() => Assert.Equal(
        ["templates/news/subject.txt:1:4: a subject is one line"], folder.With("templates/news/subject.txt", "one\ntwo\n").Errors());

    [Fact]
    public void Overlong_subject_and_template_are_refused() => Assert.Equal(
        [
            "templates/news: 601001 characters; Pinpoint takes at most 600000 a template",
            "templates/news/subject.txt:1:1: a subject of 1000 characters; at most 998 are possible",
        ],
        folder.With("templates/news/subject.txt", new string('x', 1_000)).With(Html, new string('x', 600_000)).With("templates/news/email.txt", "x").Errors());
}
