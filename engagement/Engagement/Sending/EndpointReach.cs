using Engagement.Customers;
using Engagement.Definitions.Templates;

namespace Engagement.Sending;

/// <summary>Which endpoints a message can go to. Each endpoint gets the message of its own channel.</summary>
internal static class EndpointReach
{
    /// <summary>Why no message of a template goes to an endpoint, one of <see cref="SendingReason"/>; null when it can.</summary>
    public static string? Objection(CustomerEndpoint endpoint, MessageTemplate template) =>
        endpoint.Channel is not { } channel || !template.Speaks(channel) ? SendingReason.Channel
        : !endpoint.IsActive ? SendingReason.Inactive
        : endpoint.HasOptedOut ? SendingReason.OptedOut
        : endpoint.Address is not { } address ? SendingReason.NoAddress
        : channel == Channel.Sms && PhoneNumber.Parse(address) is null ? SendingReason.NoPhoneNumber
        : null;
}
