using System.Text.Json;
using Amazon.Lambda.SQSEvents;
using Engagement.Consent;
using Engagement.Definitions.Topics;
using Engagement.Identity;
using FsCheck;
using FsCheck.Fluent;
using Handlers.Tests.Recording;
using ShowSubscriptions;
using Unsubscribe;
using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Consent;

/// <summary>The page behind the links of messages, and what becomes of a reader's choice.</summary>
public class SubscriptionsTests
{
    private const string Address = "ada@example.com";

    private const string Multipart =
        "--b1\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b1--\r\n";

    private readonly Output output = new();
    private readonly FakeSecret secret = new();
    private readonly MemoryConsents consents = new();

    private static TopicCatalog Topics { get; } = new()
    {
        Topics =
        [
            new() { Name = "news", Description = "News & <offers>" },
            new() { Name = "tips", Description = "Tips" },
        ],
        Languages =
        [
            PageLanguage.English with
            {
                Tag = "de",
                Title = "E-Mails an Sie",
                Stop = "Abmelden: {topic}",
                Invalid = "Ungültig",
                Topics = new Dictionary<string, string> { ["news"] = "Neues & <Angebote>" },
            },
            PageLanguage.English with { Tag = "ar", Title = "رسائل إليك" },
        ],
    };

    private string Token => UnsubscribeToken.Create(new(AddressKey.From(Address), "news"), SigningKeys.Parse(secret.Text!));

    [Theory]
    [InlineData("List-Unsubscribe=One-Click", "tips")]
    [InlineData("List-Unsubscribe=One-Click\r\n", "tips")]
    [InlineData(Multipart, "tips")]
    [InlineData("do=stop&shown=news&shown=tips&wants=news&wants=tips", "tips")]
    [InlineData("do=none&shown=news&shown=tips&wants=news&wants=tips", "")]
    [InlineData("shown=news&shown=tips&wants=tips&do=save", "tips")]
    [InlineData("shown=news&shown=tips&do=save", "")]
    [InlineData("shown=news&wants=news&do=save", "news tips")]
    public async Task A_choice_is_carried_out(string body, string wanted)
    {
        Assert.Empty(await PostAsync(Token, body));

        Assert.Equal(wanted, string.Join(' ', Topics.Topics.Select(topic => topic.Name).Where(consents.Of(Address).Wants)));
        Assert.True(output.Metric("ConsentsChosen") > 0);
    }

    [Fact]
    public async Task A_later_choice_holds_whatever_comes_first_and_however_often()
    {
        (string Body, int Minute, string Id)[] requests =
            [("do=none", 1, "a"), ("shown=news&wants=news&do=save", 2, "b"), ("do=stop", 0, "c")];
        foreach (var order in new[] { "012", "210", "1021", "20121" })
        {
            var test = new SubscriptionsTests();
            foreach (var (body, minute, id) in order.Select(index => requests[index - '0']))
            {
                await test.PostAsync(Token, body, minute, id);
            }

            Assert.Equal((true, false), (test.consents.Of(Address).Wants("news"), test.consents.Of(Address).Wants("tips")));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("List-Unsubscribe=Two-Clicks")]
    [InlineData("do=everything")]
    [InlineData("do=save&shown=unknown&wants=unknown")]
    [InlineData("--b1\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nOne-Click\r\n--b1--\r\n")]
    [InlineData("%zz")]
    public async Task A_body_that_says_nothing_changes_nothing_and_is_counted(string body)
    {
        Assert.Empty(await PostAsync(Token, body));
        Assert.Equal((0, 1), (consents.Writes, output.Metric("ConsentsRefused", "form")));
    }

    [Fact]
    public async Task A_forged_link_changes_nothing_and_is_not_shown_in_the_log()
    {
        var forged = $"A{Token}";
        Assert.Empty(await PostAsync(forged, "List-Unsubscribe=One-Click"));
        Assert.Equal((0, 1), (consents.Writes, output.Metric("ConsentsRefused", "link")));
        Assert.DoesNotContain(forged, output.Output, StringComparison.Ordinal);
        Assert.Equal("r", (string?)Assert.Single(output.Lines("consentRefused"))["id"]);
    }

    [Fact]
    public async Task A_link_by_a_key_that_was_rotated_in_a_moment_ago_is_read()
    {
        var function = Unsubscribing();
        await PostAsync(function, Token, "do=stop");
        secret.Text = """{"current":"a-new-key","previous":"another"}""";
        output.Time.Advance(SigningKeyCache.ShortestRereading);

        Assert.Empty(await PostAsync(function, Token, "do=none"));

        Assert.False(consents.Of(Address).Wants("tips"));
    }

    [Theory]
    [InlineData("id=r&t=x&body=y", false, false, "unreadable")]
    [InlineData("no%zz", false, false, "unreadable")]
    [InlineData(null, true, false, "secretUnavailable")]
    [InlineData(null, false, true, "storeFailed")]
    public async Task What_cannot_be_stored_goes_back(string? message, bool withoutKeys, bool fails, string reason)
    {
        message ??= Message(Token, "do=stop");
        secret.Text = withoutKeys ? null : secret.Text;
        consents.Fails = fails;

        Assert.Equal(["m"], await HandleAsync(Unsubscribing(), message));
        Assert.Equal(1, output.Metric("ConsentsReturned", reason));
    }

    [Fact]
    public async Task The_page_shows_what_holds_and_hides_who_the_reader_is()
    {
        await PostAsync(Token, "shown=tips&do=save");

        var answer = await GetAsync(Token);

        Assert.Equal((200, "text/html; charset=utf-8"), (answer.StatusCode, answer.Headers["Content-Type"]));
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
        Assert.Contains($"action=\"?t={Token}\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"news\" checked> News &amp; &lt;offers&gt;</label>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"tips\"> Tips</label>", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", answer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "en", "ltr")]
    [InlineData(null, "de", "de", "ltr")]
    [InlineData(null, "DE-ch", "de", "ltr")]
    [InlineData(null, "fr, de;q=0.5, en;q=0.9", "en", "ltr")]
    [InlineData(null, "fr;q=1, *;q=0.5", "en", "ltr")]
    [InlineData(null, "de;q=0, ar-EG;q=0.1", "ar", "rtl")]
    [InlineData(null, "de;q=x, ;;, =", "en", "ltr")]
    [InlineData("ar", "de", "ar", "rtl")]
    [InlineData("fr", "de", "de", "ltr")]
    [InlineData("-", "-de", "en", "ltr")]
    public async Task The_page_speaks_the_readers_language(string? asked, string? accepted, string tag, string direction) =>
        Assert.Contains(
            $"<html lang=\"{tag}\" dir=\"{direction}\">", (await GetAsync(Token, asked, accepted)).Body, StringComparison.Ordinal);

    [Fact]
    public async Task In_another_language_the_page_says_the_same_in_its_words()
    {
        var page = (await GetAsync(Token, accepted: "de")).Body;

        Assert.Contains("<title>E-Mails an Sie</title>", page, StringComparison.Ordinal);
        Assert.Contains(">Abmelden: Neues &amp; &lt;Angebote&gt;</button>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"tips\" checked> Tips</label>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Ung&#252;ltig</h1>", (await GetAsync("x", accepted: "de")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_header_of_a_reader_gets_a_page() => Prop.ForAll(
        (from asked in ArbMap.Default.GeneratorFor<string?>()
         from accepted in ArbMap.Default.GeneratorFor<string?>()
         select (asked, accepted)).ToArbitrary(),
        each => GetAsync(Token, each.asked, each.accepted).GetAwaiter().GetResult().StatusCode == 200).QuickCheckThrowOnFailure();

    [Fact]
    public void No_GET_changes_anything_whatever_it_asks_for() => Prop.ForAll(
        Gen.OneOf(
            Gen.Constant(Token),
            Gen.Elements("", "x", $"{Token}&do=none", $"{Token}&List-Unsubscribe=One-Click"),
            Gen.Choose(0, 60).Select(length => Token[..length])).ToArbitrary(),
        token =>
        {
            var test = new SubscriptionsTests();
            var status = test.GetAsync(token).GetAwaiter().GetResult().StatusCode;
            return test.consents.Writes == 0 && status == (token == Token ? 200 : 404);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_page_that_cannot_be_made_says_to_try_again(bool withoutKeys, bool fails)
    {
        var token = Token;
        secret.Text = withoutKeys ? null : secret.Text;
        consents.Fails = fails;

        Assert.Equal(503, (await GetAsync(token)).StatusCode);
    }

    private LinkReader Links => new(new SigningKeyCache(secret, output.Time, output.Log, output.Metrics));

    private UnsubscribeHandler Unsubscribing() => new(new(Links, Topics, consents, output.Log, output.Metrics));

    private Task<IReadOnlyList<string>> PostAsync(string token, string body, int minute = 0, string id = "r") =>
        HandleAsync(Unsubscribing(), Message(token, body, minute, id));

    private Task<IReadOnlyList<string>> PostAsync(UnsubscribeHandler function, string token, string body) =>
        HandleAsync(function, Message(token, body, 1));

    // As the API's mapping template writes it.
    private static string Message(string token, string body, int minute = 0, string id = "r") =>
        $"id={id}&at={1_770_000_000_000 + (minute * 60_000L)}&t={Uri.EscapeDataString(token)}&body={Uri.EscapeDataString(body)}";

    private async Task<IReadOnlyList<string>> HandleAsync(UnsubscribeHandler function, string message)
    {
        using var deadline = output.Deadline();
        var answer = await function.HandleAsync(new SQSEvent { Records = [new() { MessageId = "m", Body = message }] }, deadline);
        return [.. answer.BatchItemFailures.Select(failure => failure.ItemIdentifier)];
    }

    private async Task<GatewayAnswer> GetAsync(string token, string? asked = null, string? accepted = null)
    {
        using var deadline = output.Deadline();
        var payload = JsonSerializer.SerializeToElement(new
        {
            httpMethod = "GET",
            queryStringParameters = new Dictionary<string, string?> { ["t"] = token, ["lang"] = asked },
            headers = new Dictionary<string, string?> { ["accept-language"] = accepted },
        });
        return await new ShowSubscriptionsHandler(new(Links, Topics, consents)).HandleAsync(payload, deadline);
    }
}
