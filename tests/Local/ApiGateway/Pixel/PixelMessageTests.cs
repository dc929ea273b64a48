using System.Globalization;

namespace Local.Tests.ApiGateway.Pixel;

public sealed class PixelMessageTests
{
    public static TheoryData<string> Values => new(
        "a, b", "50% off", "A&B", "x}y", "{", "u+1@x.com", "#1", "\"", "'", "\\", "a\nb", "日本", "😀", new string('x', 200), "", "undefined",
        "null", "[object Object]",
        "$input.body", "#set($x = 1)", "${a}", "=", "%41", "a;b", "\t", "\u0000\u0001", "ß", "<b>", " ", "+");

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Any_value_arrives_exactly(string value)
    {
        var pixel = await PixelFixture.DeployAsync();

        var response = await pixel.GetAsync($"/events?event=purchase&endpoint_id=user-42&evat_note={Uri.EscapeDataString(value)}");

        Assert.Equal(200, response.StatusCode);
        Assert.Equal(value, pixel.Message().Parameters["evat_note"]);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Any_name_arrives_exactly(string value)
    {
        var pixel = await PixelFixture.DeployAsync();

        await pixel.GetAsync($"/events?event=purchase&endpoint_id=user-42&evat_{Uri.EscapeDataString(value)}=1");

        Assert.Equal("1", pixel.Message().Parameters["evat_" + value]);
    }

    [Fact]
    public async Task The_body_is_exactly_what_the_queue_s_form_needs()
    {
        var pixel = await PixelFixture.DeployAsync();

        var response =
            await pixel.GetAsync("/events?event=a%20b&endpoint_id=u&evat_x=A%26B", ("User-Agent", "Browser/1.0 (x)"), ("Sec-GPC", "1"));

        var id = response.Header("x-amzn-RequestId");
        var at = pixel.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        Assert.Equal(
            $"Action=SendMessage&MessageBody=id%3D{id}%26at%3D{at}%26ua%3DBrowser%252F1.0%2B%2528x%2529%26gpc%3D1%26dnt%3D%26purpose%3D%0Aevent%3Da%2Bb%26endpoint_id%3Du%26evat_x%3DA%2526B",
            pixel.SentBody());
    }

    [Fact]
    public async Task The_first_line_is_what_the_server_knows()
    {
        var pixel = await PixelFixture.DeployAsync();

        var response = await pixel.GetAsync(
            "/events?event=purchase&endpoint_id=user-42", (
                "user-agent", "Mozilla/5.0 (X11; \"q\") & é"), ("SEC-GPC", "1"), ("dnt", "1"), ("Sec-Purpose", "prefetch;prerender"));

        var facts = pixel.Message().Facts;
        Assert.Equal(["id", "at", "ua", "gpc", "dnt", "purpose"], facts.Keys);
        Assert.Equal(response.Header("x-amzn-RequestId"), facts["id"]);
        Assert.Equal("1777636800250", facts["at"]);
        Assert.Equal("Mozilla/5.0 (X11; \"q\") & é", facts["ua"]);
        Assert.Equal("1", facts["gpc"]);
        Assert.Equal("1", facts["dnt"]);
        Assert.Equal("prefetch;prerender", facts["purpose"]);
    }

    [Theory]
    [InlineData("Purpose", "prefetch")]
    [InlineData("X-Purpose", "preview")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("X-Moz", "prefetch")]
    [InlineData("x-moz", "prefetch")]
    public async Task Each_way_to_say_prefetch_is_passed_on(string header, string value)
    {
        var pixel = await PixelFixture.DeployAsync();

        await pixel.GetAsync("/events?event=purchase&endpoint_id=user-42", (header, value));

        Assert.Equal(value, pixel.Message().Facts["purpose"]);
    }

    [Fact]
    public async Task One_way_to_say_prefetch_does_not_hide_another()
    {
        var pixel = await PixelFixture.DeployAsync();

        await pixel.GetAsync(
            "/events?event=purchase&endpoint_id=user-42",
            ("Sec-Purpose", "other"),
            ("Purpose", "x"),
            ("X-Purpose", "preview"),
            ("X-Moz", "y"));

        Assert.Equal(["other", "preview", "x", "y"], pixel.Message().Facts["purpose"].Split(", ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Headers_that_are_absent_leave_empty_facts()
    {
        var pixel = await PixelFixture.DeployAsync();

        await pixel.GetAsync("/events?event=purchase&endpoint_id=user-42");

        Assert.Equal(["", "", "", ""], pixel.Message().Facts.Where(fact => fact.Key is not ("id" or "at")).Select(fact => fact.Value));
    }

    [Fact]
    public async Task A_header_never_passes_for_a_parameter_nor_a_parameter_for_a_header()
    {
        var pixel = await PixelFixture.DeployAsync();

        await pixel.GetAsync("/events?event=purchase&endpoint_id=user-42&dnt=1", ("user_id", "someone"), ("sig", "forged"));

        var (facts, parameters) = pixel.Message();
        Assert.Equal("", facts["dnt"]);
        Assert.Equal(["event", "endpoint_id", "dnt"], parameters.Keys);
    }

    [Fact]
    public async Task Of_duplicates_the_last_wins()
    {
        var pixel = await PixelFixture.DeployAsync();

        await pixel.GetAsync("/events?event=purchase&endpoint_id=user-42&evat_a=1&evat_a=2&evat_a=3");

        Assert.Equal("3", pixel.Message().Parameters["evat_a"]);
    }

    [Fact]
    public async Task No_ip_address_is_sent_on()
    {
        var pixel = await PixelFixture.DeployAsync();

        await pixel.GetAsync(
            "/events?event=purchase&endpoint_id=user-42",
            ("X-Forwarded-For", "198.51.100.4"),
            ("Forwarded", "for=198.51.100.4"),
            ("Cookie", "a=198.51.100.4"));

        var (_, request) = Assert.Single(pixel.Aws.Calls);
        var sent = pixel.SentBody() + request.Query + string.Join('\n', request.Headers.Values);
        Assert.DoesNotContain("198.51.100.4", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.7", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_is_asked_as_the_gateway_role_at_its_path()
    {
        var pixel = await PixelFixture.DeployAsync();

        await pixel.GetAsync("/events?event=purchase&endpoint_id=user-42");

        var (service, request) = Assert.Single(pixel.Aws.Calls);
        Assert.Equal("sqs", service);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/000000000000/pixel-events", request.Path);
        Assert.Equal("", request.Query);
        Assert.Equal("application/x-www-form-urlencoded", request.Header("content-type"));
        Assert.Equal(PixelFixture.GatewayRole, request.Caller.Name);
    }

    [Theory]
    [InlineData("text/plain;charset=UTF-8")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json")]
    public async Task Every_content_type_that_a_page_may_send_is_taken(string contentType)
    {
        var pixel = await PixelFixture.DeployAsync();

        var response = await pixel.GetAsync("/events?event=purchase&endpoint_id=user-42", ("Content-Type", contentType));

        Assert.Equal(200, response.StatusCode);
        Assert.Equal("purchase", pixel.Message().Parameters["event"]);
    }

    [Fact]
    public async Task Any_other_content_type_is_refused_rather_than_passed_through()
    {
        var pixel = await PixelFixture.DeployAsync();

        var response = await pixel.GetAsync("/events?event=purchase&endpoint_id=user-42", ("Content-Type", "application/xml"));

        Assert.Equal(415, response.StatusCode);
        Assert.Empty(pixel.Aws.Calls);
    }
}
