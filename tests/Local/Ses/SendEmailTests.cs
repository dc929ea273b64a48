using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Ses.Sending;

namespace Local.Tests.Ses;

/// <summary>What SES takes, and what it refuses.</summary>
public sealed class SendEmailTests : IAsyncLifetime
{
    private EmailCloud email = null!;

    public async Task InitializeAsync() => email = await EmailCloud.StartAsync();

    public async Task DisposeAsync() => await email.DisposeAsync();

    [Fact]
    public async Task An_accepted_message_is_kept_as_it_was_sent()
    {
        var mail = EmailCloud.Mail("Ada <a@example.net>");
        Message(mail)["Headers"] = new JsonArray(new JsonObject { ["Name"] = "List-Unsubscribe", ["Value"] = "<https://example.com/u/1>" });

        var answer = await email.SendAsync(mail);

        var sent = Assert.Single(email.Ses.Sent.All);
        Assert.Equal((200, sent.MessageId), (answer.Status, (string?)answer.Body["MessageId"]));
        Assert.Equal(("Shop <hello@example.com>", "Größe 42", "<p>日本</p>", "plain"), (sent.From, sent.Subject, sent.Html, sent.Text));
        Assert.Equal(("a@example.net", new Fate.Delivered()), Assert.Single(sent.Recipients));
        Assert.Equal(KeyValuePair.Create("announcement", "release-1"), Assert.Single(sent.Tags));
        Assert.Equal(KeyValuePair.Create("List-Unsubscribe", "<https://example.com/u/1>"), Assert.Single(sent.Headers));
        Assert.Equal((email.Cloud.Clock.GetUtcNow(), "mail"), (sent.At, sent.ConfigurationSet));
    }

    [Theory]
    [InlineData("nobody", "Missing final '@domain'")]
    [InlineData("zoë@example.net", "Local address contains non-ASCII characters")]
    [InlineData("a@müller.example", "Domain contains illegal character")]
    [InlineData("a b@example.net", "Local address contains control or whitespace, or an illegal character")]
    [InlineData("a@example..net", "Domain contains dot-dot")]
    public async Task An_address_that_is_none_is_refused_without_being_quoted(string to, string message) =>
        await RefusesAsync(EmailCloud.Mail(to), 400, "BadRequestException", message);

    [Fact]
    public async Task A_message_has_1_to_50_recipients()
    {
        await RefusesAsync(EmailCloud.Mail(), 400, "BadRequestException", "Missing required field: Destination");
        await RefusesAsync(
            EmailCloud.Mail([.. Enumerable.Range(0, 51).Select(i => $"a{i}@example.net")]), 400, "BadRequestException",
            "Recipient count exceeds 50.");
        Assert.Equal(200, (await email.SendAsync(EmailCloud.Mail([.. Enumerable.Range(0, 50).Select(i => $"a{i}@example.net")]))).Status);
    }

    [Theory]
    [InlineData("a:b", "x", "Headers.Name is 1 to 126 printable ASCII characters without colon.")]
    [InlineData("X-A", "ü", "The value of header X-A is 1 to 995 printable ASCII characters, 996 with its name.")]
    [InlineData("X-A", "a\r\nBcc: b@example.net", "The value of header X-A is 1 to 995 printable ASCII characters, 996 with its name.")]
    public async Task A_header_that_mail_cannot_have_is_refused(string name, string value, string message)
    {
        var mail = EmailCloud.Mail("a@example.net");
        Message(mail)["Headers"] = new JsonArray(new JsonObject { ["Name"] = name, ["Value"] = value });

        await RefusesAsync(mail, 400, "BadRequestException", message);
    }

    [Fact]
    public async Task Headers_are_15_at_most_and_unsubscribing_is_offered_once()
    {
        var mail = EmailCloud.Mail("a@example.net");
        Message(mail)["Headers"] = Headers(16, i => $"X-{i}");
        await RefusesAsync(mail, 400, "BadRequestException", "A message has at most 15 headers.");
        Message(mail)["Headers"] = Headers(2, i => i == 0 ? "List-Unsubscribe" : "list-unsubscribe");
        await RefusesAsync(mail, 400, "BadRequestException", "Duplicate header 'List-Unsubscribe'.");
        Message(mail)["Headers"] = Headers(15, i => $"X-{i}");
        Assert.Equal(200, (await email.SendAsync(mail)).Status);
    }

    [Theory]
    [InlineData("customer", "a@example.net")]
    [InlineData("customer", "")]
    [InlineData("run:1", "x")]
    public async Task A_tag_holds_letters_digits_underscores_and_hyphens(string name, string value)
    {
        var mail = EmailCloud.Mail("a@example.net");
        mail["EmailTags"] = new JsonArray(new JsonObject { ["Name"] = name, ["Value"] = value });

        await RefusesAsync(
            mail, 400, "BadRequestException", "Names and values of EmailTags are 1 to 256 of the characters A-Z a-z 0-9 _ -.");
    }

    [Fact]
    public async Task Text_beyond_ascii_needs_a_charset()
    {
        var mail = EmailCloud.Mail("a@example.net");
        Message(mail)["Subject"]!.AsObject().Remove("Charset");

        await RefusesAsync(
            mail, 400, "BadRequestException", "Subject holds characters other than 7-bit ASCII, and names no Charset.");
    }

    [Fact]
    public async Task A_subject_is_one_line()
    {
        var mail = EmailCloud.Mail("a@example.net");
        Message(mail)["Subject"]!["Data"] = "a\r\nBcc: b@example.net";

        await RefusesAsync(mail, 400, "BadRequestException", "Header value contains control or whitespace: Subject");
    }

    [Theory]
    [InlineData("Raw", "Raw content")]
    [InlineData("Template", "Template content")]
    public async Task Content_that_this_cloud_does_not_do_is_refused_by_name(string content, string told)
    {
        var mail = EmailCloud.Mail("a@example.net");
        mail["Content"] = new JsonObject { [content] = new JsonObject() };

        await RefusesAsync(mail, 501, "NotImplementedException", $"SES's {told} is not done by this local cloud.");
    }

    [Fact]
    public async Task A_sender_without_identity_is_rejected_by_name()
    {
        var mail = EmailCloud.Mail("a@example.net");
        mail["FromEmailAddress"] = "hello@example.org";

        await RefusesAsync(
            mail, 400, "MessageRejected",
            "Email address is not verified. The following identities failed the check in region EU-WEST-1: hello@example.org");
    }

    [Fact]
    public async Task A_domain_vouches_for_its_subdomains()
    {
        var mail = EmailCloud.Mail("a@example.net");
        mail["FromEmailAddress"] = "hello@news.example.com";

        Assert.Equal(200, (await email.SendAsync(mail)).Status);
    }

    [Fact]
    public async Task A_configuration_set_that_is_not_there_is_not_found()
    {
        var mail = EmailCloud.Mail("a@example.net");
        mail["ConfigurationSetName"] = "none";

        await RefusesAsync(mail, 404, "NotFoundException", "Configuration set <none> does not exist.");
    }

    [Fact]
    public async Task In_the_sandbox_mail_goes_to_the_simulator_and_to_verified_addresses()
    {
        email.Ses.Account.HasProductionAccess = false;

        Assert.Equal(200, (await email.SendAsync(EmailCloud.Mail("success@simulator.amazonses.com"))).Status);
        Assert.Equal(200, (await email.SendAsync(EmailCloud.Mail("me@example.com"))).Status);
        Assert.Equal("MessageRejected", (await email.SendAsync(EmailCloud.Mail("a@example.net"))).Error);
    }

    [Theory]
    [InlineData("identity/example.com", "configuration-set/mail", null)]
    [InlineData("identity/example.com", "configuration-set/other", "configuration-set/mail")]
    [InlineData("identity/example.org", "configuration-set/mail", "identity/example.com")]
    public async Task A_role_needs_the_identity_and_the_configuration_set(string identity, string set, string? denied)
    {
        const string Prefix = "arn:aws:ses:eu-west-1:000000000000:";
        var role = await email.Cloud.RoleAsync(
            "sender", "lambda.amazonaws.com",
            $$"""{"Effect":"Allow","Action":"ses:SendEmail","Resource":["{{Prefix}}{{identity}}","{{Prefix}}{{set}}"]}""");

        var answer = await email.SendAsync(EmailCloud.Mail("a@example.net"), Principal.Role(role, "send"));

        Assert.Equal(denied is null ? null : "AccessDeniedException", answer.Error);
        Assert.Contains(denied ?? "", answer.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(denied is null ? 1 : 0, email.Ses.Sent.All.Count);
    }

    [Theory]
    [InlineData("hello@example.com", null)]
    [InlineData("other@example.com", "AccessDeniedException")]
    public async Task A_role_can_be_held_to_one_sender(string allowed, string? error)
    {
        var role = await email.Cloud.RoleAsync(
            "sender", "lambda.amazonaws.com",
            $$$"""{"Effect":"Allow","Action":"ses:SendEmail","Resource":"*","Condition":{"StringEquals":{"ses:FromAddress":"{{{allowed}}}"} } }""");

        Assert.Equal(error, (await email.SendAsync(EmailCloud.Mail("a@example.net"), Principal.Role(role, "send"))).Error);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"Content":{"Simple":"text"}}""")]
    public async Task A_body_of_another_shape_is_refused(string body)
    {
        var answer = await email.Cloud.SendAsync("ses", "POST", "/v2/email/outbound-emails", JsonNode.Parse(body));

        Assert.Equal((400, "SerializationException"), (answer.Status, answer.Error));
    }

    private static JsonNode Message(JsonObject mail) => mail["Content"]!["Simple"]!;

    private static JsonArray Headers(int count, Func<int, string> name) =>
        new([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["Name"] = name(i), ["Value"] = "x" })]);

    private async Task RefusesAsync(JsonObject mail, int status, string error, string message)
    {
        var answer = await email.SendAsync(mail);

        Assert.Equal((status, error, message), (answer.Status, answer.Error, (string?)answer.Body["message"]));
        Assert.Empty(email.Ses.Sent.All);
    }
}
