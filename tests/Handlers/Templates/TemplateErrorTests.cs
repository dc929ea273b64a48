using Engagement;
using Engagement.Definitions;
using Handlers.Tests.Definitions;

namespace Handlers.Tests.Templates;

public sealed class TemplateErrorTests : IDisposable
{
    private const string Html = "templates/news/email.html";

    private readonly DefinitionFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(
        "{{Attributes.event_verison}}",
        "{{Attributes.event_verison}}: the announcement 'release', which sends this template, has no attribute 'verison'; did you mean 'version'?")]
    [InlineData(
        "{{Attributes.event_colour.[0]}}",
        "{{Attributes.event_colour.[0]}}: the announcement 'release', which sends this template, has no attribute 'colour'; known are version")]
    [InlineData(
        "{{User.UserAttributes.teir}}",
        "{{User.UserAttributes.teir}}: nobody sets the user attribute 'teir'; did you mean 'tier'?")]
    [InlineData(
        "{{Attributes.newsletter.[0]}}",
        "{{Attributes.newsletter.[0]}}: nobody sets the endpoint attribute 'newsletter'; if a back end or an import does, list it in segments.yaml under customers.attributes")]
    [InlineData(
        "{{Metrics.orders}}",
        "{{Metrics.orders}}: nobody sets the endpoint metric 'orders'; if a back end or an import does, list it in segments.yaml under customers.metrics")]
    [InlineData("{{Adress}}", "{{Adress}}: no endpoint has 'Adress'; did you mean 'Address'?")]
    [InlineData(
        "{{version}}",
        "{{version}}: no endpoint has 'version'; a customer's values are User.UserAttributes.NAME, an event's Attributes.event_NAME")]
    [InlineData(
        "{{#if User.UserAttributes.teir}}x{{/if}}",
        "{{#if User.UserAttributes.teir}}: nobody sets the user attribute 'teir'; did you mean 'tier'?")]
    [InlineData("{{#if Address}}x", "{{#if Address}}: is not closed; '{{/if}}' is missing")]
    [InlineData("{{#if Address}}x{{/unless}}{{/if}}", "{{/unless}}: closes nothing; '{{#if}}' is open here", 20)]
    [InlineData("x{{/if}}", "{{/if}}: closes nothing", 5)]
    [InlineData("{{else}}", "{{else}}: stands in no block")]
    [InlineData("{{Address", "{{Address: is not closed; '}}' is missing")]
    [InlineData(
        "{{{Address}}}",
        "{{{Address}}}: shows the value unescaped, and a customer's value could hold HTML; write it with two braces")]
    [InlineData(
        "{{#each User.UserAttributes.tier}}{{User.UserId}}{{/each}}",
        "{{User.UserId}}: 'User.UserId' is looked for in the element here; write '../User.UserId' for what stands outside the list, and 'this' for the element",
        38)]
    public void Problem_is_named_with_file_line_column_and_tag(string html, string error, int column = 4) =>
        Assert.Equal([$"{Html}:2:{column}: {error}"], folder.With(Html, $"<p>\n   {html}\n</p>").Errors());

    /// <summary>
    /// What Handlebars.js and Handlebars.Net take differently, or only one of them knows, and a piece of what the error says to write
    /// instead.
    /// </summary>
    [Theory]
    [InlineData("{{#if Address}}x{{^}}y{{/if}}", "{{^}}: is written {{else}}")]
    [InlineData("{{^if Address}}x{{/if}}", "is written {{#unless PATH}}…{{/unless}}")]
    [InlineData("{{^Address}}x{{/Address}}", "is written {{#unless PATH}}…{{/unless}}")]
    [InlineData("{{&Address}}", "{{&Address}}: is written {{{NAME}}} in texts and subjects, and {{NAME}} in HTML")]
    [InlineData("{{~{Address}~}}", "is written {{{NAME}}}")]
    [InlineData("{{#User}}{{UserId}}{{/User}}", "'User' is no block of the template language")]
    [InlineData(
        "{{#with User}}x{{/with}}",
        "{{#with User}}: is no block of the template language; leave it out, and write whole paths within")]
    [InlineData("{{#if Address}}x{{else unless Id}}y{{/if}}", "write {{else}} and the other block within it")]
    [InlineData("{{#each User.UserAttributes.tier}}x{{else if Id}}y{{/each}}", "write {{else}} and the other block within it")]
    [InlineData("{{#if Address}}x{{else if Id}}y{{/if}}", "as in {{else}}{{#if PATH}}…{{/if}}{{/if}}")]
    [InlineData("{{#if Address}}x{{else}}y{{else}}z{{/if}}", "a block has one, and it is the last")]
    [InlineData("{{#each User.UserAttributes.tier as |t|}}{{t}}{{/each}}", "leave 'as |…|' out, and write {{this}}")]
    [InlineData(
        "{{#each User.UserAttributes.tier}}{{#each ../User.UserAttributes.tier}}x{{/each}}{{/each}}",
        "stands in another {{#each}}")]
    [InlineData("{{#each User.UserAttributes.tier}}{{../../Address}}{{/each}}", "{{../../Address}}: is not of the template language")]
    [InlineData("{{#each User.UserAttributes.tier.[0]}}x{{/each}}", "which is no list")]
    [InlineData("{{#each User.UserAttributes}}x{{/each}}", "is all of them at once; name one")]
    [InlineData("{{#if Attributes}}x{{/if}}", "is all of them at once; name one")]
    [InlineData("{{#each User.UserAttributes.tier}}{{@first}}{{/each}}", "write {{#if @first}}…{{/if}}")]
    [InlineData("{{User.UserAttributes.tier.length}}", "asks for a part of a text")]
    [InlineData("{{User.UserAttributes.tier.Count}}", "asks for a part of a text")]
    [InlineData("{{User.UserAttributes.tier.0}}", "is not of the template language")]
    [InlineData("{{User.UserAttributes.tier.[00]}}", "without zeros before")]
    [InlineData("{{User}}", "no endpoint has 'User'")]
    [InlineData("{{User.UserAttributes.true.[0]}}", "is not of the template language")]
    [InlineData("{{User.UserAttributes.this.[0]}}", "is not of the template language")]
    [InlineData(
        "{{{Location.Latitude}}}{{{Location.Longitude}}}",
        "is a number, which some Handlebars add to the one beside it; write it with two braces")]
    [InlineData("{{this}}", "stands in none")]
    [InlineData("{{../Address}}", "stands in none; write 'Address'")]
    [InlineData("\\{{Address}}", "has a backslash before it")]
    [InlineData("\\\\{{Address}}", "has a backslash before it")]
    [InlineData("\\\\{{{Address}}}", "has a backslash before it")]
    [InlineData("{{!--}}x--}}", "is no comment of the template language: write {{! text }}")]
    [InlineData("{{!---}}x", "is no comment of the template language")]
    [InlineData("{{~! c ~}}", "is no comment of the template language")]
    [InlineData("{{{{raw}}}}x{{{{/raw}}}}", "has a brace too many beside it")]
    [InlineData("{{Address}}}", "has a brace too many beside it")]
    [InlineData("{{{Address}}", "has a brace too many beside it")]
    [InlineData("{{> header}}", "{{> header}}: includes another template, and a template stands alone; write its text here")]
    [InlineData("{{ #if Address}}x{{/if}}", "has a blank before its sign")]
    [InlineData("{{upper Address}}", "{{upper Address}}: calls 'upper', and the template language has no helpers")]
    [InlineData("{{#if (eq Address Id)}}x{{/if}}", "calls 'eq', and the template language has no helpers")]
    [InlineData("{{#eq Address \"x\"}}y{{/eq}}", "a campaign's 'when' and its segment say who gets a message")]
    [InlineData("{{#iff Address}}x{{/iff}}", "'iff' is no block of the template language; did you mean 'if'?")]
    [InlineData("{{ }}", "{{ }}: is empty")]
    [InlineData("{{\"Address\"}}", "is not of the template language: {{PATH}}")]
    [InlineData("{{Address.[a\nb]}}", "is not of the template language")]
    public void What_is_not_rendered_alike_everywhere_is_refused_and_says_what_to_write(string html, string error) =>
        Assert.Contains(
            folder.With(Html, $"<p>\n   {html}\n</p>").Errors(),
            each => each.StartsWith($"{Html}:2:", StringComparison.Ordinal) && each.Contains(error, StringComparison.Ordinal));

    [Theory]
    [InlineData("{{Attributes.event_version}} {{~Attributes.event_version.[0]~}} {{Attributes.[event_version].[0]}} {{ Attributes.event_version }}")]
    [InlineData("{{User.UserAttributes.tier}} {{User.UserAttributes.last_release.[0]}} {{User.UserAttributes.plan}} {{User.UserId}} {{Location.City}}")]
    [InlineData("{{! a comment }} {{!-- another - one --}} \\{ \\ { }} { a } {")]
    [InlineData("{{#each User.UserAttributes.tier}}{{@index}} {{this}} {{../User.UserId}}{{#unless @last}}, {{/unless}}{{else}}{{User.UserId}}{{/each}}")]
    [InlineData("{{#if Address}}x{{else}}{{#if Id}}y{{else}}z{{/if}}{{/if}}{{#unless Location.City}}w{{/unless}}")]
    [InlineData("{ } }} { { a } }")]
    [InlineData("")]
    public void What_is_rendered_alike_everywhere_is_let_through(string html) => Assert.Empty(folder.With(Html, $"<p>{html}</p>").Errors());

    /// <summary>A value that begins a link, and a piece of the error; none where the link is safe.</summary>
    [Theory]
    [InlineData("<a href=\"{{Attributes.event_url.[0]}}\">x</a>", null)]
    [InlineData("<a href='{{Attributes.event_url.[0]}}?customer={{User.UserId}}'>x</a>", null)]
    [InlineData("<a href=\"https://www.example.com/{{Attributes.event_version.[0]}}?customer={{User.UserId}}\">x</a>", null)]
    [InlineData("<a href=\"mailto:{{Address}}\" title=\"{{Attributes.event_version.[0]}}\">x</a>", null)]
    [InlineData("<a title=\"href={{Attributes.event_version.[0]}}\">href=\"{{Attributes.event_version.[0]}}</a>", null)]
    [InlineData("<!-- <a href=\"{{Attributes.event_version.[0]}}\"> -->", null)]
    [InlineData("<a href=\"{{Attributes.event_version.[0]}}\">x</a>", "give the attribute 'version' of 'release' the kind url")]
    [InlineData("<A\n HREF = {{Attributes.event_version.[0]}}>x</A>", "give the attribute 'version' of 'release' the kind url")]
    [InlineData("<img src=\" {{Attributes.event_version.[0]}}\">", "stands where a link begins (img src)")]
    [InlineData(
        "<a href=\"{{#if Address}}{{Attributes.event_url.[0]}}{{else}}{{Attributes.event_version.[0]}}{{/if}}\">x</a>",
        "the kind url")]
    [InlineData("<a href=\"{{User.UserAttributes.plan.[0]}}\">x</a>", "begin the link with an address such as https://www.example.com/")]
    [InlineData("<a href=\"https://{{Attributes.event_version.[0]}}/\">x</a>", "may lead anywhere")]
    [InlineData("<a href=\"https://www.example.com{{Attributes.event_version.[0]}}\">x</a>", "may lead anywhere")]
    [InlineData("<a href=\"java&#115;cript:{{Attributes.event_version.[0]}}\">x</a>", "may lead anywhere")]
    [InlineData("<!--[if mso]><v:rect href=\"{{Attributes.event_version.[0]}}\"></v:rect><![endif]-->", "the kind url")]
    [InlineData("<p onclick=\"{{Attributes.event_version.[0]}}\">", "stands in the attribute 'onclick'")]
    [InlineData("<p style=\"color: {{Attributes.event_version.[0]}}\">", "stands in the attribute 'style'")]
    [InlineData("<style>p { color: {{Attributes.event_version.[0]}} }</style>", "stands in a <style>")]
    [InlineData("<{{Attributes.event_version.[0]}}>", null)]
    [InlineData("<p {{Attributes.event_version.[0]}}>", "where the name of an attribute is expected")]
    public void Link_begins_with_an_address_or_a_value_of_the_kind_url(string html, string? error)
    {
        var errors = folder
            .Edit("announcements.yaml", "attributes: [version]", "attributes: { version: text, url: url }")
            .With(Html, $"<p>\n{html}\n")
            .Errors();
        if (error is null)
        {
            Assert.Empty(errors);
        }
        else
        {
            Assert.Contains(error, Assert.Single(errors), StringComparison.Ordinal);
            Assert.Matches(@"^templates/news/email\.html:[23]:\d+: \{\{", errors[0]);
        }
    }

    [Fact]
    public void Text_and_subject_show_values_as_they_are() => Assert.Equal(
        [
            "templates/news/email.txt:1:35: {{Attributes.event_version.[0]}}: shows & as &amp; and ' as &#x27;, which is for HTML; write "
                + "it with three braces here",
        ],
        folder.With("templates/news/subject.txt", "{{{Attributes.event_version.[0]}}}\n")
            .With("templates/news/email.txt", "{{{Attributes.event_version.[0]}}}{{Attributes.event_version.[0]}}")
            .Errors());

    [Theory]
    [InlineData("templates/news/subject.txt", "a\tb", "templates/news/subject.txt:1:2: a subject holds no tab")]
    [InlineData(
        "templates/news/subject.txt",
        "a\u2028b",
        "templates/news/subject.txt:1:2: holds the character U+2028, which cannot be seen and does harm; take it out")]
    [InlineData(
        "templates/news/subject.txt",
        "a\0b",
        "templates/news/subject.txt:1:2: holds the character U+0000, which cannot be seen and does harm; take it out")]
    [InlineData(
        "templates/news/email.txt",
        "a\nb\u0085",
        "templates/news/email.txt:2:2: holds the character U+0085, which cannot be seen and does harm; take it out")]
    [InlineData(
        "templates/news/email.html",
        "a\uFEFF",
        "templates/news/email.html:1:2: holds the character U+FEFF, which cannot be seen and does harm; take it out")]
    [InlineData(
        "templates/news/subject.txt",
        "\u200B \u00AD",
        "templates/news/subject.txt: the file is empty, or holds nothing that can be seen")]
    public void Character_that_cannot_be_seen_is_refused(string file, string text, string error) =>
        Assert.Equal([error], folder.With(file, text).Errors());

    [Fact]
    public void Template_shows_only_what_every_announcement_that_sends_it_has() => Assert.Equal(
        [
            $"{Html}:1:4: {{{{Attributes.event_version.[0]}}}}: the announcement 'other', which sends this template, has no attribute 'version'",
        ],
        folder
            .Edit(
                "announcements.yaml",
                "announcements:",
                "announcements:\n  other: { via: journey, campaigns: [{ name: a, segment: premium, template: news }] }")
            .Errors());

    [Fact]
    public void Template_that_nobody_sends_can_show_no_event() => Assert.Equal(
        [
            $"{Html}:1:4: {{{{Attributes.event_version.[0]}}}}: nobody sets the event's attribute 'version': no announcement sends this template",
        ],
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
    [InlineData(
        "templates/news.html",
        "templates/news.html: stands beside the templates; each has a folder with subject.txt, email.html and email.txt, or sms.txt")]
    public void Stray_file_is_refused(string file, string error) => Assert.Equal([error], folder.With(file, "x").Errors());

    [Fact]
    public void A_template_may_be_a_text_message_alone_or_both()
    {
        var both = folder.With("templates/news/sms.txt", "Version {{{Attributes.event_version.[0]}}}\r\n").Load().Templates.Single();
        Assert.Equal(("Version {{{Attributes.event_version.[0]}}}", "News"), (both.Text!.Body, both.Email!.Subject));
        folder.Without("templates/news/subject.txt").Without(Html).Without("templates/news/email.txt");
        var alone = folder.Load().Templates.Single();
        Assert.Null(alone.Email);
        Assert.Equal([Channel.Sms], alone.Channels);
    }

    [Theory]
    [InlineData("Isn’t it", "1:4: U+2019 is not in the alphabet of text messages (GSM 03.38), and with it a part holds 70 characters instead of 160; write '")]
    [InlineData("a\u00A0b", "1:2: U+00A0 is not in the alphabet of text messages (GSM 03.38), and with it a part holds 70 characters instead of 160; write a blank")]
    [InlineData("{{Address}}", "1:1: {{Address}}: shows & as &amp; and ' as &#x27;, which is for HTML; write it with three braces here")]
    [InlineData("{{{Adress}}}", "1:1: {{{Adress}}}: no endpoint has 'Adress'; did you mean 'Address'?")]
    public void A_text_message_is_checked(string text, string error) => Assert.Equal(
        [$"templates/news/sms.txt:{error}"], folder.With("templates/news/sms.txt", text).Errors());

    [Theory]
    [InlineData("Größe: 5 €")]
    [InlineData("Привет – всем")]
    [InlineData("{{! ’ }}Hello")]
    public void Characters_that_a_language_needs_are_no_mistake(string text) =>
        Assert.Empty(folder.With("templates/news/sms.txt", text).Errors());

    [Theory]
    [InlineData('a', 1530, "{{#if Address}}more{{/if}}", null)]
    [InlineData('a', 1531, "", "at least 1531 characters for every reader; a text message has at most 1530")]
    [InlineData('я', 631, "{{{Address}}}", "at least 631 characters for every reader; a text message has at most 630, because it holds characters outside of GSM 03.38")]
    public void A_text_message_fits_ten_parts_whoever_reads_it(char character, int count, string more, string? error) => Assert.Equal(
        error is null ? [] : [$"templates/news/sms.txt:1:1: {error}"],
        folder.With("templates/news/sms.txt", new string(character, count) + more).Errors());

    [Fact]
    public void A_stack_without_origination_says_which_setting_is_missing() => Assert.Equal(
        ["templates/news/sms.txt: the stack sends no text messages until ses:smsOrigination is set (docs/settings.md)"],
        folder.With("templates/news/sms.txt", "x").Errors(PlatformLimits.None with { TextsNeed = "ses:smsOrigination" }));

    [Fact]
    public void Hidden_file_does_not_matter() =>
        Assert.Empty(folder.With("templates/.DS_Store", "x").With("templates/news/.email.html.swp", "x").Errors());

    [Fact]
    public void Name_that_Pinpoint_cannot_use_is_refused() => Assert.Equal(
        [
            "templates/good news: the name holds something else than letters (a to z), digits, _ and -, or does not begin with a letter "
                + "or digit",
        ],
        folder.With("templates/good news/subject.txt", "x")
            .With("templates/good news/email.html", "x")
            .With("templates/good news/email.txt", "x")
            .Errors());

    [Fact]
    public void Subject_is_one_line() => Assert.Equal(
        ["templates/news/subject.txt:1:4: a subject is one line"], folder.With("templates/news/subject.txt", "one\ntwo\n").Errors());

    [Fact]
    public void Overlong_subject_and_template_are_refused() => Assert.Equal(
        [
            "templates/news: 601001 characters; Pinpoint takes at most 600000 a template",
            "templates/news/subject.txt:1:1: a subject of 1000 characters; at most 998 are possible",
        ],
        folder.With("templates/news/subject.txt", new string('x', 1_000))
            .With(Html, new string('x', 600_000))
            .With("templates/news/email.txt", "x")
            .Errors());
}
