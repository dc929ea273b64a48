using Engagement.Customers;

namespace Engagement.Sending;

/// <summary>Which endpoints an e-mail can go to.</summary>
internal static class EmailReach
{
    private const string Email = "EMAIL";

    /// <summary>Why none goes to an endpoint, one of <see cref="SendingReason"/>; null when it can.</summary>
    public static string? Objection(CustomerEndpoint endpoint) =>
        endpoint.ChannelType != Email ? SendingReason.Channel
        : !endpoint.IsActive ? SendingReason.Inactive
        : endpoint.HasOptedOut ? SendingReason.OptedOut
        : endpoint.Address is null ? SendingReason.NoAddress
        : null;
}
