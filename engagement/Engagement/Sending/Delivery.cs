using Engagement.Customers;

namespace Engagement.Sending;

/// <summary>A message to one endpoint, from the claim on: never sent twice, and rather never than twice.</summary>
public sealed record Delivery
{
    /// <summary>
    /// How long a claim may be without a result, 15 minutes: as long as a function runs at most ("Lambda quotas" in the Lambda developer
    /// guide). An older one has no holder any more.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The reason of a claim whose holder ended.</summary>
    public const string NoResult = "noResult";

    // As long as the ledger knows the event that the message tells of.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>What is sent, and to which endpoint: see <see cref="IdOf"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Tells this claim from others of the same message.</summary>
    public required string Claim { get; init; }

    /// <summary>When it was claimed, which is just before it was sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What became of it.</summary>
    public DeliveryState State { get; init; }

    /// <summary>Why it was left out, or is unknown: a code; otherwise null.</summary>
    public string? Reason { get; init; }

    /// <summary>The service's id of the message, once it was sent.</summary>
    public string? MessageId { get; init; }

    /// <summary>When it may be forgotten, 400 days after the claim, in seconds since 1970 as a table's TTL takes them.</summary>
    public long ExpiresAt => (At + Kept).ToUnixTimeSeconds();

    /// <summary>
    /// The id of a message to an endpoint, for what sends each endpoint one, such as a campaign's run. A customer gets a message at each
    /// endpoint, as on platforms that keep customers themselves. An endpoint that moves to another customer meanwhile gets it once.
    /// </summary>
    public static string IdOf(string source, CustomerMember to) =>
        $"{source}#{CustomerId.EndpointKey(to.Endpoint.Id)}";

    /// <summary>A claim, which counts once <see cref="IDeliveries.ClaimAsync"/> has written it.</summary>
    public static Delivery Claimed(string id, DateTimeOffset now) => new() { Id = id, Claim = Guid.NewGuid().ToString("N"), At = now };

    /// <summary>Whether it is a claim whose holder must have ended.</summary>
    public bool IsAbandoned(DateTimeOffset now) => State == DeliveryState.Claimed && now >= At + Patience;
}
