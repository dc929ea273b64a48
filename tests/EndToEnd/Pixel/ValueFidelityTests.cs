using System.Net;

namespace EndToEnd.Tests.Pixel;

/// <summary>What a tag sends is what Pinpoint has.</summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed class ValueFidelityTests(DevEnvironment environment)
{
    public static TheoryData<string> OrdinaryValues =>
    [
        "a, b", "50% off", "A&B", "x}y", "{", "u+1@x.com", "#1", "\"", "'", "\\", "first\nsecond", "日本", "🎁",
        new string('x', 200), "null and void", "a=b", "%41", "<script>", "$context.requestId", "#set($a = 1)",
    ];

    public static TheoryData<string> AbsentValues => ["", "undefined", "null", "[object Object]"];

    [Theory]
    [MemberData(nameof(OrdinaryValues))]
    public async Task A_value_arrives_exactly_as_it_was_sent(string value)
    {
        var endpointId = $"fidelity-{Guid.NewGuid():n}";
        using var response = await environment.LoadAsync(("event", "purchase_success"), ("endpoint_id", endpointId), ("evat_value", value));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await environment.AdvanceAsync("PT5S");

        var recorded = Assert.Single(await environment.EventsOfAsync(endpointId));
        Assert.Equal(value, recorded.GetProperty("attributes").GetProperty("value").GetString());
    }

    [Theory]
    [MemberData(nameof(AbsentValues))]
    public async Task What_a_tag_manager_writes_for_a_missing_variable_counts_as_absent(string value)
    {
        var endpointId = $"absent-{Guid.NewGuid():n}";
        using var response = await environment.LoadAsync(
            ("event", "purchase_success"), ("endpoint_id", endpointId), ("evat_value", value), ("evat_currency", "EUR"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await environment.AdvanceAsync("PT5S");

        var attributes = Assert.Single(await environment.EventsOfAsync(endpointId)).GetProperty("attributes");
        Assert.False(attributes.TryGetProperty("value", out _));
        Assert.Equal("EUR", attributes.GetProperty("currency").GetString());
    }

    [Fact]
    public async Task The_last_of_two_values_wins()
    {
        var endpointId = $"twice-{Guid.NewGuid():n}";
        using var response = await environment.LoadAsync(
            ("event", "purchase_success"), ("endpoint_id", endpointId), ("evat_value", "first"), ("evat_value", "last"));
        await environment.AdvanceAsync("PT5S");

        var recorded = Assert.Single(await environment.EventsOfAsync(endpointId));
        Assert.Equal("last", recorded.GetProperty("attributes").GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_metric_arrives_as_a_number()
    {
        var endpointId = $"metric-{Guid.NewGuid():n}";
        using var response = await environment.LoadAsync(
            ("event", "purchase_success"), ("endpoint_id", endpointId), ("evme_value", "19.9"), ("gtmcb", "12345"));
        await environment.AdvanceAsync("PT5S");

        var recorded = Assert.Single(await environment.EventsOfAsync(endpointId));
        Assert.Equal(19.9, recorded.GetProperty("metrics").GetProperty("value").GetDouble());
    }
}
