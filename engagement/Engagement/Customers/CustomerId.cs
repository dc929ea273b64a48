using System.Diagnostics.CodeAnalysis;

namespace Engagement.Customers;

/// <summary>
/// Ids of customers: the user's id, or for an endpoint without user <c>~</c> and the endpoint's id. A user id that begins with <c>~</c> or
/// <c>$</c> has a <c>$</c> before it.
/// </summary>
public static class CustomerId
{
    private const char Anonymous = '~';
    private const char Escape = '$';

    /// <summary>The customer that a user is.</summary>
    public static string OfUser(string userId) => userId is [Anonymous or Escape, ..] ? $"{Escape}{userId}" : userId;

    /// <summary>The customer that an endpoint without user is.</summary>
    public static string OfEndpoint(string endpointId) => $"{Anonymous}{EndpointKey(endpointId)}";

    /// <summary>The user's id; null for an endpoint without user.</summary>
    public static string? UserIdOf(string customerId) => customerId switch
    {
        [Anonymous, ..] => null,
        [Escape, .. var userId] => userId,
        _ => customerId,
    };

    /// <summary>The endpoint's id, see <see cref="EndpointKey"/>; null for a user.</summary>
    public static string? EndpointOf(string customerId) => customerId is [Anonymous, .. var endpointId] ? endpointId : null;

    /// <summary>What ids of one endpoint have in common, however they are spelled.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "A key, not a text to compare with others' upper case.")]
    public static string EndpointKey(string endpointId) => endpointId.ToLowerInvariant();
}
