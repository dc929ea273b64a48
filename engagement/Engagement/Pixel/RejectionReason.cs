using System.Diagnostics.CodeAnalysis;

namespace Engagement.Pixel;

/// <summary>
/// Why an event was not recorded. In logs, metrics and <c>/_local/rejected</c> each appears as its name in camel case, such as
/// <c>unknownEvent</c>; see <see cref="RejectionReasonCode"/>. A platform that refuses an event adds its own code.
/// </summary>
public enum RejectionReason
{
    /// <summary>The query is not URL-encoded UTF-8.</summary>
    MalformedQuery,

    /// <summary><c>event</c> is absent, or one of the values that mean nothing.</summary>
    MissingEvent,

    /// <summary><c>endpoint_id</c> is absent, or one of the values that mean nothing.</summary>
    MissingEndpointId,

    /// <summary>The event type is the company's or the platform's own.</summary>
    [SuppressMessage("Naming", "CA1700", Justification = "The names are reserved; the member is in use.")]
    ReservedEvent,

    /// <summary>The endpoint is the company's.</summary>
    [SuppressMessage("Naming", "CA1700", Justification = "The names are reserved; the member is in use.")]
    ReservedEndpoint,

    /// <summary>The browser only fetched ahead.</summary>
    Prefetch,

    /// <summary>The user agent declares a bot.</summary>
    Bot,

    /// <summary><c>Sec-GPC: 1</c>, and the plan honours it.</summary>
    GlobalPrivacyControl,

    /// <summary><c>DNT: 1</c>, and the plan honours it.</summary>
    DoNotTrack,

    /// <summary>The plan does not list the event.</summary>
    UnknownEvent,

    /// <summary>A name is longer than 50 characters.</summary>
    NameTooLong,

    /// <summary>A name is empty or holds a character that cannot be shown.</summary>
    NameNotAllowed,

    /// <summary>An event attribute's value is longer than 200 characters, or a user attribute's longer than 100.</summary>
    ValueTooLong,

    /// <summary>A user attribute holds a control character or a line separator, or nothing that can be seen.</summary>
    ValueNotAllowed,

    /// <summary><c>endpoint_id</c> or <c>user_id</c> is longer than 128 characters.</summary>
    IdTooLong,

    /// <summary>
    /// <c>endpoint_id</c> or <c>user_id</c> holds a control character or a line separator, or nothing that can be seen, or
    /// <c>endpoint_id</c> one of
    /// <c>$</c>, <c>{</c> and <c>}</c>.
    /// </summary>
    IdNotAllowed,

    /// <summary>More than 40 attributes and metrics.</summary>
    TooManyAttributes,

    /// <summary>More than 250 user attributes.</summary>
    TooManyUserAttributes,

    /// <summary>A metric is not a finite decimal number.</summary>
    MetricNotANumber,

    /// <summary>The event is signed and the request carries no signature.</summary>
    SignatureMissing,

    /// <summary>The signature had expired when the request was made.</summary>
    SignatureExpired,

    /// <summary><c>exp</c> is in milliseconds or finer, instead of seconds.</summary>
    ExpiryInMilliseconds,

    /// <summary>The signature fits, and is valid for longer than a signature may be.</summary>
    ExpiryTooFar,

    /// <summary>The signature was made with another key, for other ids or another expiry, or is not one at all.</summary>
    SignatureInvalid,

    /// <summary>A user attribute that holds a date is neither an ISO 8601 date, nor one with a time, nor <c>none</c>.</summary>
    DateNotReadable,
}
