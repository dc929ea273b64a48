using System.Globalization;
using System.Net;
using System.Text.Json;

namespace EndToEnd.Tests.Pixel;

/// <summary>Only the holder of the signing key may say who a visitor is.</summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed class IdentityTests(DevEnvironment environment)
{
    [Fact]
    public async Task An_unsigned_user_attribute_changes_nothing_and_the_anonymous_event_is_recorded()
    {
        var endpointId = $"unsigned-{Guid.NewGuid():n}";
        await LoadAsync(("event", "newsletter_signup"), ("endpoint_id", endpointId), ("usat_renewal_date", "2027-01-01"));

        Assert.Single(await environment.EventsOfAsync(endpointId));
        Assert.False(await HasUserAttributeAsync(endpointId, "renewal_date"));
    }

    [Fact]
    public async Task A_signed_user_attribute_is_stored_with_the_user()
    {
        var endpointId = $"signed-{Guid.NewGuid():n}";
        await LoadSignedAsync(DevEnvironment.SigningKey, endpointId, "user-7", TimeSpan.FromHours(1));

        Assert.Single(await environment.EventsOfAsync(endpointId));
        Assert.True(await HasUserAttributeAsync(endpointId, "renewal_date"));
    }

    [Fact]
    public async Task The_key_before_a_rotation_is_still_accepted()
    {
        var endpointId = $"rotation-{Guid.NewGuid():n}";
        await LoadSignedAsync(DevEnvironment.PreviousSigningKey, endpointId, "user-8", TimeSpan.FromHours(1));

        Assert.Single(await environment.EventsOfAsync(endpointId));
    }

    [Fact]
    public async Task An_expired_signature_is_rejected() =>
        await AssertRejectedAsync(
            "signatureExpired",
            endpointId => LoadSignedAsync(DevEnvironment.SigningKey, endpointId, "user-9", TimeSpan.FromSeconds(-1)));

    [Fact]
    public async Task A_signature_of_another_key_is_rejected() =>
        await AssertRejectedAsync(
            "signatureInvalid",
            endpointId => LoadSignedAsync("some-other-key-that-nobody-was-given", endpointId, "user-9", TimeSpan.FromHours(1)));

    [Fact]
    public async Task A_signature_made_for_another_endpoint_is_rejected() =>
        await AssertRejectedAsync("signatureInvalid", async endpointId =>
        {
            var expires = await environment.NowAsync() + TimeSpan.FromHours(1);
            await LoadSubscriptionAsync(
                endpointId,
                "user-9",
                DevEnvironment.Sign(DevEnvironment.SigningKey, "someone-else", "user-9", expires),
                expires);
        });

    [Fact]
    public async Task A_signature_made_for_another_user_is_rejected() =>
        await AssertRejectedAsync("signatureInvalid", async endpointId =>
        {
            var expires = await environment.NowAsync() + TimeSpan.FromHours(1);
            await LoadSubscriptionAsync(
                endpointId,
                "user-of-a-neighbour",
                DevEnvironment.Sign(DevEnvironment.SigningKey, endpointId, "user-9", expires),
                expires);
        });

    [Fact]
    public async Task A_signed_event_without_a_signature_is_rejected() =>
        await AssertRejectedAsync(
            "signatureMissing",
            endpointId => LoadAsync(("event", "subscription_started"), ("endpoint_id", endpointId)));

    private async Task AssertRejectedAsync(string reason, Func<string, Task> load)
    {
        var endpointId = $"rejected-{Guid.NewGuid():n}";
        var before = (await environment.RejectedAsync()).Count;
        await load(endpointId);

        Assert.Empty(await environment.EventsOfAsync(endpointId));
        var rejected = Assert.Single((await environment.RejectedAsync()).Skip(before));
        Assert.Equal(reason, rejected.GetProperty("reason").GetString());
        Assert.Equal("subscription_started", rejected.GetProperty("eventType").GetString());
    }

    private async Task LoadSignedAsync(string key, string endpointId, string userId, TimeSpan validFor)
    {
        var expires = await environment.NowAsync() + validFor;
        await LoadSubscriptionAsync(endpointId, userId, DevEnvironment.Sign(key, endpointId, userId, expires), expires);
    }

    private Task LoadSubscriptionAsync(string endpointId, string userId, string signature, DateTimeOffset expires) => LoadAsync(
        ("event", "subscription_started"),
        ("endpoint_id", endpointId),
        ("user_id", userId),
        ("evat_plan", "gold"),
        ("usat_renewal_date", "2027-01-01"),
        ("exp", expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ("sig", signature));

    private async Task LoadAsync(params (string Name, string Value)[] parameters)
    {
        using var response = await environment.LoadAsync(parameters);
        // Whether an event is accepted is decided later, so that nobody can try out signatures by the answer.
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await environment.AdvanceAsync("PT5S");
    }

    private async Task<bool> HasUserAttributeAsync(string endpointId, string name)
    {
        var endpoint = await environment.GetAsync($"endpoints/{endpointId}");
        return endpoint.TryGetProperty("user", out var user) && user.ValueKind == JsonValueKind.Object
            && user.TryGetProperty("userAttributes", out var attributes) && attributes.TryGetProperty(name, out _);
    }
}
