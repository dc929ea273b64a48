using System.Text.Json;

namespace EndToEnd.Tests.Gtm;

/// <summary>A signed event that sets a date of the customer, as it happens on a page.</summary>
/// <param name="date">The date, as the site writes it.</param>
/// <param name="zone">The customer's IANA time zone; null when the page does not say.</param>
/// <param name="expires">When the signature expires.</param>
internal sealed class DatedEvent(string date, string? zone, DateTimeOffset expires)
{
    private const string EventType = "subscription_started";

    private readonly string endpointId = $"gtm-dated-{Guid.NewGuid():n}";

    // A customer of its own: what a user already has, a zone among it, stays.
    private readonly string userId = $"dated-{Guid.NewGuid():n}";

    /// <summary>Date, zone → what is stored. The last is in the plan's zone and at its hour.</summary>
    public static TheoryData<string, string?, string> Cases => new()
    {
        { "2027-12-24T15:00", "Asia/Kathmandu", "2027-12-24T09:15:00Z" },
        { "2027-07-01", "America/Los_Angeles", "2027-07-01T16:00:00Z" },
        { "2027-12-24T15:00+01:00", "Pacific/Auckland", "2027-12-24T14:00:00Z" },
        { "2027-12-24", null, "2027-12-24T08:00:00Z" },
    };

    /// <summary>What the site pushes to the data layer, in JavaScript.</summary>
    public string DataLayerEntry => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["event"] = EventType,
        ["endpoint_id"] = endpointId,
        ["renewal_date"] = date,
        ["tz"] = zone,
        ["user_id"] = userId,
        ["exp"] = expires.ToUnixTimeSeconds(),
        ["sig"] = Signature,
    });

    private string Signature => DevEnvironment.Sign(DevEnvironment.SigningKey, endpointId, userId, expires);

    /// <summary>The template's fields as GTM fills them in, in JavaScript.</summary>
    public string TemplateFields(string pixelUrl) => JsonSerializer.Serialize(new
    {
        pixelUrl,
        @event = EventType,
        endpointId,
        userAttributes = new[] { new { name = "renewal_date", value = date } },
        timeZone = zone,
        userId,
        expiry = expires.ToUnixTimeSeconds(),
        signature = Signature,
    });

    /// <summary>That Pinpoint has the event, once, and its user the date in UTC, and the zone where the page said one.</summary>
    public async Task AssertStoredAsync(DevEnvironment environment, string instant)
    {
        Assert.Equal(EventType, Assert.Single(await environment.EventsOfAsync(endpointId)).GetProperty("eventType").GetString());
        var attributes = (await environment.GetAsync($"endpoints/{endpointId}")).GetProperty("user").GetProperty("userAttributes");
        Assert.Equal(instant, attributes.GetProperty("renewal_date")[0].GetString());
        Assert.Equal(zone, attributes.TryGetProperty("tz", out var stored) ? stored[0].GetString() : null);
    }
}
