using System.Net;

namespace EndToEnd.Tests.Pixel;

/// <summary>What is not recorded is rejected with a reason, is counted, and leaves no value in a log.</summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed class RulesTests(DevEnvironment environment)
{
    private static readonly string TooLong = new('v', 201);

    public static TheoryData<string, string, string> RejectedQueries => new()
    {
        { "event=never_heard_of", "", "unknownEvent" },
        { "event=_session.start", "", "reservedEvent" },
        { "event=company.feature_release", "", "reservedEvent" },
        { $"event=purchase_success&evat_value={TooLong}", "", "valueTooLong" },
        { $"event={new string('e', 51)}", "", "nameTooLong" },
        { "event=purchase_success&evme_value=much", "", "metricNotANumber" },
        { "event=purchase_success", "Sec-GPC: 1", "globalPrivacyControl" },
        { "event=purchase_success", "DNT: 1", "doNotTrack" },
        { "event=purchase_success", "Sec-Purpose: prefetch;prerender", "prefetch" },
        { "event=purchase_success", "User-Agent: Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "bot" },
    };

    [Theory]
    [MemberData(nameof(RejectedQueries))]
    public async Task What_a_rule_forbids_is_rejected_with_its_reason_and_counted(string query, string header, string reason)
    {
        var endpointId = $"rules-{Guid.NewGuid():n}";
        var (rejectedBefore, countedBefore) = ((await environment.RejectedAsync()).Count, await CountedAsync(reason));
        await LoadAsync($"{query}&endpoint_id={endpointId}", header);

        Assert.Empty(await environment.EventsOfAsync(endpointId));
        Assert.Equal(reason, Assert.Single((await environment.RejectedAsync()).Skip(rejectedBefore)).GetProperty("reason").GetString());
        Assert.Equal(countedBefore + 1, await CountedAsync(reason));
    }

    [Fact]
    public async Task The_company_endpoint_is_refused()
    {
        var before = (await environment.RejectedAsync()).Count;
        await LoadAsync("event=newsletter_signup&endpoint_id=company", "");

        Assert.Empty(await environment.EventsOfAsync("company"));
        Assert.Equal("reservedEndpoint", Assert.Single((await environment.RejectedAsync()).Skip(before)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task An_attribute_that_the_plan_does_not_list_is_dropped_and_counted_and_the_event_recorded()
    {
        var endpointId = $"rules-{Guid.NewGuid():n}";
        var before = await environment.MetricAsync("AttributesDropped");
        await LoadAsync($"event=newsletter_signup&endpoint_id={endpointId}&evat_shoe_size=44", "");

        var recorded = Assert.Single(await environment.EventsOfAsync(endpointId));
        Assert.False(recorded.GetProperty("attributes").TryGetProperty("shoe_size", out _));
        Assert.True(await environment.MetricAsync("AttributesDropped") > before);
    }

    [Fact]
    public async Task No_log_line_holds_what_a_visitor_sent()
    {
        var marker = Guid.NewGuid().ToString("n");
        await LoadAsync($"event=purchase_success&endpoint_id={marker}&evat_value={marker}&evat_unlisted={marker}", "");
        await LoadAsync($"event={marker}%40example.com&endpoint_id={marker}&evat_value={marker}", "");

        Assert.NotEmpty(await environment.EventsOfAsync(marker));
        Assert.DoesNotContain(marker, (await environment.GetAsync("logs")).GetRawText(), StringComparison.Ordinal);
    }

    private async Task LoadAsync(string query, string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{environment.PixelUrl}?{query}"));
        if (header.Split(": ", 2) is [var name, var value])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await environment.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await environment.AdvanceAsync("PT5S");
    }

    private Task<double> CountedAsync(string reason) => environment.MetricAsync("EventsRejected", ("Reason", reason));
}
