using System.Text.Json;
using Engagement.Definitions;

namespace EndToEnd.Tests.Gtm;

/// <summary>An event of the plan, as it happens on a page, with a value for everything that it may carry.</summary>
internal sealed class SampleEvent(PlannedEvent planned, DateTimeOffset expires)
{
    private const string UserId = "user, 50% of 7";

    public string EndpointId { get; } = $"gtm-{planned.Name}-{Guid.NewGuid():n}";

    public PlannedEvent Planned => planned;

    public long Expiry => expires.ToUnixTimeSeconds();

    public string Signature => DevEnvironment.Sign(DevEnvironment.SigningKey, EndpointId, UserId, expires);

    /// <summary>What the site pushes to the data layer, in JavaScript.</summary>
    public string DataLayerEntry => JsonSerializer.Serialize(new Dictionary<string, object>(
        planned.Attributes.Concat(planned.Metrics).Concat(planned.UserAttributes).Distinct().ToDictionary(name => name, Value))
    {
        ["event"] = planned.Name,
        ["endpoint_id"] = EndpointId,
        ["user_id"] = UserId,
        ["exp"] = Expiry,
        ["sig"] = Signature,
    });

    /// <summary>The template's fields as GTM fills them in, in JavaScript.</summary>
    public string TemplateFields(string pixelUrl) => JsonSerializer.Serialize(new
    {
        pixelUrl,
        @event = planned.Name,
        endpointId = EndpointId,
        attributes = Table(planned.Attributes),
        metrics = Table(planned.Metrics),
        userAttributes = Table(planned.UserAttributes),
        userId = IsSigned ? UserId : null,
        expiry = IsSigned ? Expiry : (long?)null,
        signature = IsSigned ? Signature : null,
    });

    private bool IsSigned => planned.Identity == EventIdentity.Signed;

    /// <summary>That Pinpoint has the event, once, with these values and no others.</summary>
    public async Task AssertRecordedAsync(DevEnvironment environment)
    {
        var recorded = Assert.Single(await environment.EventsOfAsync(EndpointId));
        Assert.Equal(planned.Name, recorded.GetProperty("eventType").GetString());
        Assert.Equal(
            planned.Attributes.ToDictionary(name => name, Text).OrderBy(each => each.Key),
            recorded.GetProperty("attributes")
                .EnumerateObject()
                .ToDictionary(each => each.Name, each => each.Value.GetString()!)
                .OrderBy(each => each.Key));
        Assert.Equal(
            planned.Metrics.ToDictionary(name => name, name => (double)Value(name)).OrderBy(each => each.Key),
            recorded.GetProperty("metrics")
                .EnumerateObject()
                .ToDictionary(each => each.Name, each => each.Value.GetDouble())
                .OrderBy(each => each.Key));
        if (IsSigned)
        {
            var user = (await environment.GetAsync($"endpoints/{Uri.EscapeDataString(EndpointId)}")).GetProperty("user");
            Assert.Equal(UserId, user.GetProperty("userId").GetString());
            Assert.All(
                planned.UserAttributes,
                name => Assert.Equal(Text(name), user.GetProperty("userAttributes").GetProperty(name)[0].GetString()));
        }
    }

    // A key of the data layer has one value: an attribute of the same name as a metric is the metric's text.
    private object Value(string name) =>
        planned.Metrics.Contains(name) ? 19.9
        : planned.UserAttributes.Contains(name) ? "2027-01-01T00:00:00Z"
        : $"{name}: a, b & 50% {{{{x}}}} + \"日本\" 🎁 #1";

    private string Text(string name) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value(name)}");

    private IEnumerable<object> Table(IEnumerable<string> names) => names.Select(name => new { name, value = Value(name) });
}
