namespace Engagement.Sending;

/// <summary>Why a message was not sent, beside a service's own codes: values of the metrics' dimension <c>Reason</c>.</summary>
public static class SendingReason
{
    /// <summary>The customer does not belong to the segment.</summary>
    public const string Segment = "segment";

    /// <summary>The endpoint has another channel than the message.</summary>
    public const string Channel = "channel";

    /// <summary>The endpoint is inactive.</summary>
    public const string Inactive = "inactive";

    /// <summary>The customer wants no messages there.</summary>
    public const string OptedOut = "optedOut";

    /// <summary>The address bounced for good, or its owner reported a message as spam.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>The customer has unsubscribed from the topic.</summary>
    public const string Unsubscribed = "unsubscribed";

    /// <summary>The endpoint has no address.</summary>
    public const string NoAddress = "noAddress";

    /// <summary>The endpoint is for text messages, and its address is no telephone number.</summary>
    public const string NoPhoneNumber = "noPhoneNumber";

    /// <summary>The text message has more parts, once rendered, than the service takes.</summary>
    public const string TooLong = "tooLong";

    /// <summary>The customer had as many messages of marketing as the limit allows.</summary>
    public const string Limit = "limit";

    /// <summary>The template could not be rendered for the customer.</summary>
    public const string NotRendered = "notRendered";

    /// <summary>The service had too many calls.</summary>
    public const string Throttled = "throttled";

    /// <summary>Too little time was left.</summary>
    public const string OutOfTime = "outOfTime";

    /// <summary>Another sender has claimed the message and not yet said what became of it.</summary>
    public const string Claimed = "claimed";

    /// <summary>The store of customers or deliveries did not answer.</summary>
    public const string StoreFailed = "storeFailed";
}
